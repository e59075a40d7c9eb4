import {
  artifactName,
  type ArtifactEvent,
  type ChangeNotice,
} from '@ameide/plugin-transformation-common';
import type { ArtifactCriteria } from '@ameide/plugin-transformation-node';
import type { TenantTransaction } from '../database/database';
import type { NewNotice } from '../database/putNotices';
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

/** What is to be told: of an event, a build or a deployment. */
export type Notice = Pick<
  ChangeNotice,
  'type' | 'sequence' | 'commandId' | 'at' | 'build' | 'deployment'
> & { artifactId: string };

/** What is to be told of events, as rows without their positions. */
export function noticesOf(
  kind: string,
  events: ArtifactEvent[],
  cause?: KnownCause,
): NewNotice[] {
  const typeOf = (type: ArtifactEvent['type']) =>
    (kind === 'baseline' && BASELINE_TYPES[type]) || NOTICE_TYPES[type];
  return events.map(({ artifactId, sequence, type, commandId, at }) =>
    rowOfNotice(
      { type: typeOf(type), artifactId, sequence, commandId, at },
      cause,
    ),
  );
}

/** @param cause - what it follows from; itself where nothing is given */
export function rowOfNotice(
  { type, artifactId, sequence, commandId, at, ...data }: Notice,
  cause?: KnownCause,
): NewNotice {
  return {
    type,
    artifact_id: artifactId,
    sequence,
    command_id: commandId,
    at,
    correlation_id: cause?.correlationId ?? commandId,
    causation_id: cause?.causationId ?? commandId,
    traceparent: cause?.traceparent ?? null,
    data: Object.keys(data).length ? JSON.stringify(data) : null,
  };
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
 * @param criteria - which artifacts are told of
 * @throws CursorExpiredError where some of it was swept
 */
export async function readOutbox(
  tx: TenantTransaction,
  after: number,
  limit: number,
  criteria?: ArtifactCriteria,
): Promise<ChangeNotice[]> {
  // before the rows: what it counts is there when they are read
  const last = await lastPosition(tx);
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
  const rows = await query;
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
    tenant: row.tenant,
    type: row.type as ChangeNotice['type'],
    artifact: artifactName(row.tenant, row.artifact_id),
    sequence: row.sequence,
    commandId: row.command_id,
    at: row.at,
    correlationId: row.correlation_id,
    causationId: row.causation_id,
    ...(row.traceparent && { traceparent: row.traceparent }),
    ...(row.data && JSON.parse(row.data)),
  };
}

async function lastPosition(tx: TenantTransaction): Promise<number> {
  const head = await tx.from('outbox_heads').first('position');
  return head?.position ?? 0;
}
