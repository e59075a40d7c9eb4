import type { Knex } from 'knex';
import type { ArtifactRow, CommandRow, EventRow } from './tables';
import type { TenantTransaction } from './database';
import { putNotices, type NewNotice } from './putNotices';

/** What a command writes to the stream of an artifact; contents and what it is found by are written before. */
export interface StreamRows {
  /** The sequence that the artifact has to stand at; undefined where it is new. */
  before: number | undefined;
  artifact: Omit<ArtifactRow, 'tenant'>;
  events: Omit<EventRow, 'tenant'>[];
  command: Omit<CommandRow, 'tenant'>;
  /** What is told; the positions are found as they are written. */
  notices: NewNotice[];
}

/**
 * On PostgreSQL: all in one statement, in a transaction or as one of its own.
 *
 * @returns false, and nothing is written, where the artifact stands elsewhere
 */
export async function appendAtOnce(
  knex: Knex,
  tenant: string,
  { before, artifact, events, command, notices }: StreamRows,
): Promise<boolean> {
  const json = (row: object) => JSON.stringify({ tenant, ...row });
  const list = (rows: object[]) => `[${rows.map(json).join()}]`;
  const { rows } = await knex.raw(
    'SELECT append_to_stream(?, ?, ?, ?, ?, ?) AS appended',
    [
      tenant,
      before ?? null,
      json(artifact),
      list(events),
      json(command),
      list(notices),
    ] as Knex.RawBinding[],
  );
  return rows[0].appended;
}

/** The same, table by table, for SQLite: there it is no way to the database and back. */
export async function appendInTurn(
  tx: TenantTransaction,
  { before, artifact, events, command, notices }: StreamRows,
): Promise<boolean> {
  if (before === undefined) await tx.insert('artifacts', artifact);
  else {
    const stood = await tx
      .from('artifacts')
      .where({ id: artifact.id, sequence: before })
      .update(artifact);
    if (!stood) return false;
  }
  await tx.insert('artifact_events', events);
  await tx.insert('artifact_commands', command);
  await putNotices(tx, notices);
  return true;
}
