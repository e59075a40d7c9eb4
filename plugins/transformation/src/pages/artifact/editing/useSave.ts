import {
  TransformationApiError,
  type ArtifactContent,
  type CommandResult,
  type SequenceConflict,
} from '@ameide/plugin-transformation-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { transformationApiRef } from '../../../api/transformationApi';
import { useAction } from '../../../api/useAction';
import type { Editing } from './editing';

export type Conflict = SequenceConflict;

/**
 * Stores the content as a change over the sequence that it began from.
 *
 * A request whose answer got lost is sent again under the same command id, so that it counts once. Where somebody
 * else was faster, `conflict` says what they did and nothing is stored before the person at the screen has chosen.
 */
export function useSave(options: {
  artifactId: string;
  startSequence: number;
  editing: Editing;
  onSaved: (result: CommandResult) => void;
}) {
  const { artifactId, editing } = options;
  const api = useApi(transformationApiRef);
  const [sequence, setSequence] = useState(options.startSequence);
  const [conflict, setConflict] = useState<Conflict>();
  const attempt = useRef<{ of: string; commandId: string }>();

  async function send(over?: number): Promise<void> {
    const { content, markSaved } = await editing.read();
    const expectedSequence = over ?? sequence;
    const of = `${expectedSequence} ${content}`;
    if (attempt.current?.of !== of) {
      attempt.current = { of, commandId: uuidv7() };
    }
    try {
      const result = await api.command(artifactId, {
        type: 'change',
        commandId: attempt.current.commandId,
        expectedSequence,
        content,
      });
      attempt.current = undefined;
      setSequence(result.artifact.sequence);
      setConflict(undefined);
      markSaved();
      options.onSaved(result);
    } catch (error) {
      if (error instanceof TransformationApiError && error.conflict) {
        attempt.current = undefined;
        const { currentSequence, events } = error.conflict;
        if (touchesContent(events) || over === currentSequence) {
          setConflict(error.conflict);
        } else {
          // Renamed, or made a revision: nothing of the content is in the way.
          await send(currentSequence);
        }
        return;
      }
      throw error;
    }
  }
  const save = useAction(send);

  const takeTheirs = useAction(async (): Promise<ArtifactContent> => {
    const theirs = await api.getContent(artifactId);
    await editing.show(theirs.content, { saved: true });
    setSequence(theirs.sequence);
    setConflict(undefined);
    return theirs;
  });

  return {
    sequence,
    setSequence,
    save,
    conflict,
    dismissConflict: () => setConflict(undefined),
    takeTheirs,
  };
}

function touchesContent(events: Conflict['events']): boolean {
  return (
    events.some(event => event.type === 'content-changed') || !events.length
  );
}
