import { ConflictError } from '@backstage/errors';
import type {
  ArtifactCommand,
  ArtifactEvent,
  CommandResult,
} from '@ameide/plugin-transformation-common';
import type { TenantTransaction } from '../database/database';
import { append, firstResult, resultOf } from './append';
import { causeOf } from './cause';
import { handlerOf } from './commands';
import type { NewEvent } from './commands/handler';
import { staleCommand } from './conflict';
import { repeatRaces, type Author, type StoreContext } from './context';
import { digestOf, getContent } from './contents';
import { readEvents } from './events/read';
import { readState } from './projection';
import { isSnapshotDue } from './snapshots';
import type { ArtifactState } from './state';

/**
 * Does a command to an artifact: looks whether it fits, prepares what takes
 * its time, and then writes what it makes happen if nothing else happened
 * meanwhile.
 *
 * @throws SequenceConflictError, NotFoundError, InputError, ConflictError, NotAllowedError
 */
export async function execute(
  context: StoreContext,
  author: Author,
  id: string,
  command: ArtifactCommand,
): Promise<CommandResult> {
  const { database, kindOf, entityExists, now, onSnapshots } = context;
  const { tenant, userEntityRef } = author;
  const requestDigest = digestOf(JSON.stringify({ id, command }));
  const handler = handlerOf(command.type);
  const inTenant = <T>(work: (tx: TenantTransaction) => Promise<T>) =>
    database.inTenant(tenant, work);

  return repeatRaces(async () => {
    const found = await inTenant(async tx => {
      const done = await firstResult(tx, command.commandId, requestDigest);
      if (done) return done;
      const state = await readState(tx, id);
      await assertFits(tx, state, command);
      const current = handler.compares && (await getContent(tx, state.digest));
      return { state, current };
    });
    if ('artifact' in found) return found;
    const { state: seen, current } = found;
    const prepared = await handler.prepare?.(seen, command as never, {
      tenant,
      kind: kindOf(seen.kind),
      ...(current !== undefined && { current }),
      read: inTenant,
      entityExists,
    });
    const clock = now();
    const decided = handler.decide(seen, command as never, {
      ...prepared,
      by: userEntityRef,
      now: clock,
    });
    const events = happened(seen, decided, command, userEntityRef, clock);
    const state = await append(database, tenant, seen, events, {
      requestDigest,
      content: prepared?.content,
      cause: causeOf(author, command.commandId),
    });
    const snapshots = events.filter(isSnapshotDue).length;
    if (snapshots) onSnapshots(snapshots);
    return resultOf(tenant, state, events, inTenant);
  });
}

/** @throws SequenceConflictError, ConflictError where a command does not fit the state that it is given to */
async function assertFits(
  tx: TenantTransaction,
  state: ArtifactState,
  command: ArtifactCommand,
): Promise<void> {
  const { id } = state;
  const { expectedSequence: expected, type } = command;
  const behind = expected < state.sequence;
  const mayMerge = command.type === 'change' && command.merge && behind;
  if (expected !== state.sequence && !mayMerge) {
    throw staleCommand(expected, {
      currentSequence: state.sequence,
      events: await readEvents(tx, id, expected),
    });
  }
  if (state.archived && type !== 'restore' && type !== 'comment') {
    throw new ConflictError(`${id} is archived; restore it first`);
  }
}

function happened(
  state: ArtifactState,
  decided: NewEvent[],
  { commandId }: ArtifactCommand,
  by: string,
  clock: Date,
): ArtifactEvent[] {
  // ISO 8601 in UTC sorts as text; a clock that went backwards makes no event older than the one before
  const at = [clock.toISOString(), state.updatedAt].sort()[1];
  return decided.map((event, index) => ({
    artifactId: state.id,
    sequence: state.sequence + index + 1,
    commandId,
    at,
    by,
    ...event,
  }));
}
