import { ConflictError } from '@backstage/errors';
import type {
  ArtifactEvent,
  CommandResult,
} from '@ameide/plugin-transformation-common';
import type { StreamRows } from '../database/appendToStream';
import type {
  TenantTransaction,
  TransformationDatabase,
} from '../database/database';
import type { KnownCause } from './cause';
import type { Surroundings } from './commands/handler';
import { putContent } from './contents';
import { RaceLost } from './context';
import { readEvents } from './events/read';
import { rowOfEvent } from './events/rows';
import { noticesOf } from './outbox';
import { lockArtifact, rowOfState } from './projection';
import { isSnapshotDue, putSnapshot, stateAt } from './snapshots';
import { apply } from './fold';
import { putSearch, type SearchTexts } from './search/write';
import { artifactOf, type ArtifactState } from './state';

/** What is written beside the events. */
export interface Beside {
  /** Tells the same command from another with its id. */
  requestDigest: string;
  /** The new content and what it says, where there is one. */
  content?: { content: string; texts: SearchTexts };
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
 *
 * @param before - the state that the command was decided on; undefined for a new artifact
 * @throws RaceLost where the artifact does not stand there any more
 */
export async function append(
  database: TransformationDatabase,
  tenant: string,
  before: ArtifactState | undefined,
  events: ArtifactEvent[],
  beside: Beside,
): Promise<ArtifactState> {
  const { requestDigest, content, cause } = beside;
  let state = before;
  const snapshots: ArtifactState[] = [];
  for (const event of events) {
    state = apply(state, event);
    if (isSnapshotDue(event)) snapshots.push(state);
  }
  const after = state!;
  const rows: StreamRows = {
    before: before?.sequence,
    artifact: rowOfState(after),
    events: events.map(rowOfEvent),
    command: {
      command_id: events[0].commandId,
      artifact_id: after.id,
      request_digest: requestDigest,
      sequence: after.sequence,
    },
    notices: noticesOf(after.kind, events, cause),
  };
  const isFound = events.some(({ type }) => FOUND_BY.has(type));
  const appended =
    content || isFound || snapshots.length
      ? await database.inTenant(tenant, async tx => {
          // what follows is of many rows: two writers of them would wait for each other
          const stands = before && (await lockArtifact(tx, after.id));
          if (stands !== before?.sequence) return false;
          if (content) await putContent(tx, content.content);
          for (const each of snapshots) await putSnapshot(tx, each);
          if (isFound) await putSearch(tx, after, content?.texts);
          return tx.appendToStream(rows);
        })
      : await database.appendToStream(tenant, rows);
  if (!appended) throw new RaceLost();
  return after;
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
  return resultOf(tx.tenant, state!, own, query => query(tx));
}

/** What is answered to a command: where the artifact stood after it, and what it was merged with. */
export async function resultOf(
  tenant: string,
  state: ArtifactState,
  events: ArtifactEvent[],
  read: Surroundings['read'],
): Promise<CommandResult> {
  const [first] = events;
  const since =
    first.type === 'content-changed' ? first.data.mergedSince : undefined;
  return {
    artifact: artifactOf(tenant, state),
    events,
    ...(since !== undefined && {
      mergedWith: await read(tx =>
        readEvents(tx, state.id, since, first.sequence - 1),
      ),
    }),
  };
}
