import {
  artifactName,
  type ArtifactEvent,
  type ChangeNotice,
} from '@ameide/plugin-transformation-common';
import type { ArtifactCriteria } from '@ameide/plugin-transformation-node';
import type { TenantTransaction } from '../database/database';
import type { OutboxRow } from '../database/tables';
import type { KnownCause } from './cause';
import { narrow } from './criteria';

/** What the world outside calls an event. */
const NOTICE_TYPES: Record<ArtifactEvent['type'], ChangeNotice['type']> = {
  'artifact-created': 'ArtifactCreated',
  'content-changed': 'ArtifactChanged',
  'artifact-renamed': 'ArtifactChanged',
  'artifact-tagged': 'ArtifactChanged',
  'artifact-linked': 'ArtifactChanged',
  'artifact-unlinked': 'ArtifactChanged',
  'artifact-archived': 'ArtifactArchived',
  'artifact-restored': 'ArtifactRestored',
  'comment-added': 'CommentAdded',
  'revision-made': 'RevisionCreated',
  'revision-submitted': 'RevisionSubmitted',
  'revision-approved': 'RevisionApproved',
  'revision-rejected': 'RevisionRejected',
  'revision-promoted': 'RevisionPromoted',
  'finding-waived': 'FindingWaived',
};

/** A baseline is told of by its own names. */
const BASELINE_TYPES: Partial<typeof NOTICE_TYPES> = {
  'revision-made': 'BaselineCreated',
  'revision-submitted': 'BaselineSubmitted',
  'revision-approved': 'BaselineApproved',
  'revision-rejected': 'BaselineRejected',
  'revision-promoted': 'BaselinePromoted',
};

/**
 * Writes what is to be told of events. Positions count from 1 in a tenant and
 * have no gaps: the row that counts is locked until the transaction ends, so
 * that whoever reads up to a position has seen all there will ever be below it.
 * It is the last thing that a transaction does, to keep that time short.
 */
export async function putOutbox(
  tx: TenantTransaction,
  kind: string,
  events: ArtifactEvent[],
  cause: KnownCause,
): Promise<void> {
  const typeOf = (type: ArtifactEvent['type']) =>
    (kind === 'baseline' && BASELINE_TYPES[type]) || NOTICE_TYPES[type];
  const last = await takePositions(tx, events.length);
  await tx.insert(
    'outbox',
    events.map(({ artifactId, sequence, type, commandId, at }, index) => ({
      position: last - events.length + index + 1,
      type: typeOf(type),
      artifact_id: artifactId,
      sequence,
      command_id: commandId,
      at,
      correlation_id: cause.correlationId,
      causation_id: cause.causationId,
      traceparent: cause.traceparent ?? null,
    })),
  );
}

/**
 * What happened in a tenant behind a position, in order, at most `limit` of it.
 *
 * @param criteria - which artifacts are told of
 */
export async function readOutbox(
  tx: TenantTransaction,
  after: number,
  limit: number,
  criteria?: ArtifactCriteria,
): Promise<ChangeNotice[]> {
  const query = tx
    .from('outbox')
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit);
  if (criteria) {
    const shown = tx.from('artifacts').select('id');
    narrow(shown, criteria);
    query.whereIn('artifact_id', shown);
  }
  return (await query).map(noticeOfRow);
}

function noticeOfRow(row: OutboxRow): ChangeNotice {
  return {
    position: row.position,
    tenant: row.tenant,
    type: row.type as ChangeNotice['type'],
    artifact: artifactName(row.tenant, row.artifact_id),
    sequence: row.sequence,
    commandId: row.command_id,
    at: row.at,
    correlationId: row.correlation_id,
    causationId: row.causation_id,
    ...(row.traceparent && { traceparent: row.traceparent }),
  };
}

/** The last of `count` positions that nobody else gets. */
async function takePositions(
  tx: TenantTransaction,
  count: number,
): Promise<number> {
  const [head] = await tx
    .from('outbox_heads')
    .increment('position', count)
    .returning('position');
  if (head) return head.position;
  await tx.insert('outbox_heads', { position: count });
  return count;
}
