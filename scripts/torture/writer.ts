import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import {
  TransformationApiError,
  type ArtifactCommand,
} from '../../plugins/transformation-common/src';
import type { Person } from '../factory/person';

/** What a client knows: this command was done, and the artifact stood at this sequence after it. */
export interface Acknowledged {
  artifact: string;
  commandId: string;
  sequence: number;
}

/** What all writers of a run share. */
export interface Desk {
  acknowledged: Acknowledged[];
  /** Commands that were sent and not answered yet. */
  inFlight: Set<string>;
  stopping: boolean;
}

/** Ids of the artifacts that all writers write to. */
export const SHARED = ['one', 'two', 'three'];

/** Gives commands until the run stops. One that was not answered is given again, with the same id, until it is. */
export async function write(
  person: Person,
  desk: Desk,
  random: () => number,
): Promise<void> {
  while (!desk.stopping) {
    const artifact = SHARED[Math.floor(random() * SHARED.length)];
    const sequence = await persist(desk, async () => {
      return (await person.api.getArtifact(artifact)).sequence;
    });
    if (sequence === undefined) return;
    const command = commandAt(sequence, random);
    await persist(desk, () => give(person, desk, artifact, command));
  }
}

/** Gives one command. A conflict is an answer: nothing was done. */
async function give(
  person: Person,
  desk: Desk,
  artifact: string,
  command: ArtifactCommand,
): Promise<true> {
  const { commandId } = command;
  desk.inFlight.add(commandId);
  try {
    const result = await person.api.command(artifact, command);
    desk.acknowledged.push({
      artifact,
      commandId,
      sequence: result.artifact.sequence,
    });
  } catch (error) {
    const refused =
      error instanceof TransformationApiError && error.status === 409;
    if (!refused) throw error;
  } finally {
    desk.inFlight.delete(commandId);
  }
  return true;
}

/** Tries until there is an answer; undefined where the run stops before there is one. */
export async function persist<T>(
  desk: Desk,
  work: () => Promise<T>,
): Promise<T | undefined> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const wrong =
        error instanceof TransformationApiError && error.status < 500;
      // a backend that has just started may not know yet who calls
      if (wrong && ![401, 403, 404].includes(error.status)) throw error;
      if (desk.stopping) return undefined;
      await sleep(50);
    }
  }
}

function commandAt(
  expectedSequence: number,
  random: () => number,
): ArtifactCommand {
  const head = { commandId: uuidv7(), expectedSequence };
  const text = `${Math.floor(random() * 1e9)}`;
  return random() < 0.5
    ? { ...head, type: 'change', content: `# A text\n\n${text}\n` }
    : { ...head, type: 'comment', text };
}
