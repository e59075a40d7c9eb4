import { createHash } from 'node:crypto';
import {
  EXPORT_VERSION,
  type ImportResult,
  type TenantExportLine,
} from '@ameide/plugin-transformation-common';
import { digestOf, getContent } from '../artifacts/contents';
import { fold } from '../artifacts/fold';
import { eventOfRow } from '../artifacts/events/rows';
import { canonicalState } from '../artifacts/snapshots';
import type { TransformationDatabase } from '../database/database';
import type { EventRow } from '../database/tables';

const CONTENT_EVENTS = new Set(['artifact-created', 'content-changed']);

/** An export as the text of its lines, with a last one that all others can be checked by. */
export async function* exportTenant(
  database: TransformationDatabase,
  tenant: string,
  now: Date,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const counts: ImportResult = { artifacts: 0, events: 0, contents: 0 };
  for await (const line of linesOf(database, tenant, now)) {
    if (line.type === 'artifact') counts.artifacts++;
    if (line.type === 'event') counts.events++;
    if (line.type === 'content') counts.contents++;
    const text = JSON.stringify(line);
    hash.update(text).update('\n');
    yield text;
  }
  const end: TenantExportLine = {
    type: 'end',
    ...counts,
    digest: hash.digest('hex'),
  };
  yield JSON.stringify(end);
}

/**
 * Everything that was said in a tenant, line by line. Each artifact is read at
 * one moment, one after the other; no more than one stream and one content are
 * held at a time.
 */
async function* linesOf(
  database: TransformationDatabase,
  tenant: string,
  now: Date,
): AsyncGenerator<TenantExportLine> {
  yield {
    type: 'header',
    format: 'ameide-tenant-export',
    version: EXPORT_VERSION,
    tenant,
    exportedAt: now.toISOString(),
  };
  const ids = await database.inTenant<string[]>(tenant, tx =>
    tx.from('artifacts').orderBy('id').pluck('id'),
  );
  const told = new Set<string>();
  for (const id of ids) {
    const rows = await database.inTenant<EventRow[]>(tenant, async tx =>
      tx.from('artifact_events').where({ artifact_id: id }).orderBy('sequence'),
    );
    for (const digest of digestsOf(rows)) {
      if (told.has(digest)) continue;
      told.add(digest);
      const content = await database.inTenant(tenant, tx =>
        getContent(tx, digest),
      );
      yield { type: 'content', digest, content };
    }
    for (const row of rows) yield eventLine(row);
    const { kind, title, sequence, ...state } = fold(rows.map(eventOfRow))!;
    yield {
      type: 'artifact',
      artifact: id,
      kind,
      title,
      sequence,
      state: digestOf(canonicalState({ kind, title, sequence, ...state })),
    };
  }
}

/** The contents that some events name. */
export function digestsOf(rows: Pick<EventRow, 'type' | 'data'>[]): string[] {
  return rows
    .filter(({ type }) => CONTENT_EVENTS.has(type))
    .map(({ data }) => (JSON.parse(data) as { digest: string }).digest);
}

function eventLine(row: EventRow): TenantExportLine {
  return {
    type: 'event',
    artifact: row.artifact_id,
    sequence: row.sequence,
    event: row.type,
    version: row.type_version,
    commandId: row.command_id,
    at: row.at,
    by: row.by,
    data: JSON.parse(row.data),
  };
}
