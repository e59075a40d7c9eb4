import {
  artifactName,
  type ArtifactEvent,
  type ChangeNotice,
} from '@ameide/plugin-transformation-common';
import type { TenantTransaction } from '../database/database';
import type { OutboxRow } from '../database/tables';

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
    })),
  );
}

/** A consumer was away for longer than the outbox is kept, or the tenant was purged meanwhile. */
export class CursorExpiredError extends Error {
  constructor(after: number, last: number) {
    super(
      `after: the feed does not go on from position ${after} any more; read the artifacts as they are now, and go on with after=${last}`,
    );
    this.name = 'CursorExpiredError';
  }
}

/**
 * What happened in a tenant behind a position, in order, at most `limit` of it.
 *
 * @throws CursorExpiredError where some of it was swept
 */
export async function readOutbox(
  tx: TenantTransaction,
  after: number,
  limit: number,
): Promise<ChangeNotice[]> {
  // before the rows: what it counts is there when they are read
  const last = await lastPosition(tx);
  const rows = await tx
    .from('outbox')
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit);
  if (rows[0]?.position !== after + 1) await assertReaches(tx, after, last);
  return rows.map(noticeOfRow);
}

/** Whether nothing behind a position was swept. Read after the rows: a sweep in between is noticed, not missed. */
async function assertReaches(
  tx: TenantTransaction,
  after: number,
  last: number,
): Promise<void> {
  const [{ first }] = await tx
    .from('outbox')
    .min<{ first: number | null }[]>({ first: 'position' });
  const reachesFrom = (first ?? last + 1) - 1;
  if (after < reachesFrom || after > last) {
    throw new CursorExpiredError(after, last);
  }
}

function noticeOfRow(row: OutboxRow): ChangeNotice {
  return {
    position: row.position,
    type: row.type as ChangeNotice['type'],
    artifact: artifactName(row.tenant, row.artifact_id),
    sequence: row.sequence,
    commandId: row.command_id,
    at: row.at,
  };
}

async function lastPosition(tx: TenantTransaction): Promise<number> {
  const head = await tx.from('outbox_heads').first('position');
  return head?.position ?? 0;
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
