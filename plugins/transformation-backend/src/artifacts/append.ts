import { ConflictError } from '@backstage/errors';
import type {
  ArtifactEvent,
  CommandResult,
} from '@ameide/plugin-transformation-common';
import type { TenantTransaction } from '../database/database';
import { apply, fold, type ArtifactState } from './fold';
import { artifactOfRow, eventOfRow, rowOfEvent } from './rows';

/**
 * Adds one event to a stream: the event, the projection and the command's
 * record are written in the same transaction, or not at all.
 */
export async function append(
  tx: TenantTransaction,
  state: ArtifactState | undefined,
  event: ArtifactEvent,
  requestDigest: string,
): Promise<CommandResult> {
  const next = apply(state, event);
  await tx.insert('artifact_events', rowOfEvent(event));
  await tx.insert('artifact_commands', {
    command_id: event.commandId,
    artifact_id: event.artifactId,
    request_digest: requestDigest,
    sequence: event.sequence,
  });
  if (state) await tx.from('artifacts').where({ id: next.id }).update(next);
  else await tx.insert('artifacts', next);
  return {
    artifact: artifactOfRow({ ...next, tenant: tx.tenant }),
    events: [event],
  };
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
  const rows = await tx
    .from('artifact_events')
    .where({ artifact_id: command.artifact_id })
    .andWhere('sequence', '<=', command.sequence)
    .orderBy('sequence');
  const events = rows.map(eventOfRow);
  const state = fold(events)!;
  return {
    artifact: artifactOfRow({ ...state, tenant: tx.tenant }),
    events: events.slice(-1),
  };
}
