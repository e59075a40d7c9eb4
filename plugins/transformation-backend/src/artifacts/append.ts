import { ConflictError } from '@backstage/errors';
import type {
  ArtifactEvent,
  CommandResult,
} from '@ameide/plugin-transformation-common';
import type { TenantTransaction } from '../database/database';
import type { KnownCause } from './cause';
import { readEvents } from './events/read';
import { rowOfEvent } from './events/rows';
import { putOutbox } from './outbox';
import { rowOfState } from './projection';
import { isSnapshotDue, putSnapshot, stateAt } from './snapshots';
import { apply } from './fold';
import { putSearch, type SearchTexts } from './search/write';
import { artifactOf, type ArtifactState } from './state';

/** What is written beside the events. */
export interface Beside {
  /** Tells the same command from another with its id. */
  requestDigest: string;
  /** What the new content says, where there is one. */
  texts?: SearchTexts;
  cause: KnownCause;
}

/** Events that change what an artifact is found by. */
const FOUND_BY = new Set<ArtifactEvent['type']>([
  'artifact-created',
  'content-changed',
  'artifact-renamed',
  'artifact-tagged',
]);

/**
 * Adds what a command made happen to a stream. Events, projections, snapshot,
 * the command's record and the outbox are written in the same transaction, or
 * none of them.
 */
export async function append(
  tx: TenantTransaction,
  before: ArtifactState | undefined,
  events: ArtifactEvent[],
  { requestDigest, texts, cause }: Beside,
): Promise<CommandResult> {
  await tx.insert('artifact_events', events.map(rowOfEvent));
  let state = before;
  for (const event of events) {
    state = apply(state, event);
    if (isSnapshotDue(event)) await putSnapshot(tx, state);
  }
  const { id, sequence } = state!;
  await tx.insert('artifact_commands', {
    command_id: events[0].commandId,
    artifact_id: id,
    request_digest: requestDigest,
    sequence,
  });
  const row = rowOfState(state!);
  if (before) await tx.from('artifacts').where({ id }).update(row);
  else await tx.insert('artifacts', row);
  if (events.some(({ type }) => FOUND_BY.has(type))) {
    await putSearch(tx, state!, texts);
  }
  await putOutbox(tx, state!.kind, events, cause);
  return resultOf(tx, state!, events);
}

/**
 * The result that a command had when it was first given, however often the
 * artifact has changed since.
 *
 * @throws ConflictError where the id was used for another request
 */
export async function firstResult(
  tx: TenantTransaction,
  commandId: string,
  requestDigest: string,
): Promise<CommandResult | undefined> {
  const command = await tx
    .from('artifact_commands')
    .where({ command_id: commandId })
    .first();
  if (!command) return undefined;
  if (command.request_digest !== requestDigest) {
    throw new ConflictError(
      `commandId: ${commandId} was used for another command; give each command a new UUIDv7`,
    );
  }
  const { artifact_id: id, sequence } = command;
  const state = await stateAt(tx, id, sequence);
  // a command makes few events happen, and they stand together at the end
  const last = await readEvents(tx, id, Math.max(0, sequence - 10), sequence);
  const own = last.filter(event => event.commandId === commandId);
  return resultOf(tx, state!, own);
}

async function resultOf(
  tx: TenantTransaction,
  state: ArtifactState,
  events: ArtifactEvent[],
): Promise<CommandResult> {
  const [first] = events;
  const since =
    first.type === 'content-changed' ? first.data.mergedSince : undefined;
  return {
    artifact: artifactOf(tx.tenant, state),
    events,
    ...(since !== undefined && {
      mergedWith: await readEvents(tx, state.id, since, first.sequence - 1),
    }),
  };
}
