import {
  create,
  toJson,
  type DescMessage,
  type MessageShape,
} from '@bufbuild/protobuf';
import { reflect } from '@bufbuild/protobuf/reflect';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Code, ConnectError } from '@connectrpc/connect';
import { v7 as uuidv7 } from 'uuid';
import type { Work } from '../database/unitOfWork.ts';
import { fromColumn, toColumn } from './columns.ts';
import { assertEtag, etagOf } from './etag.ts';
import { maskedFields } from './fieldMask.ts';
import { formatName, parseName } from './names.ts';
import { formatPageToken, pageSizeOf, parsePageToken } from './pageToken.ts';

/** An aggregate, as it is stored. Its table has a column for each field that can be written. */
export interface Aggregate<M extends DescMessage> {
  schema: M;
  /** In names of resources, as in `orderLines`. */
  collection: string;
  /** As in `order_lines`. */
  table: string;
}

/** What a business command does: leads from one of some states to another. */
export interface Transition {
  command: string;
  from: readonly string[];
  to: string;
  /** Type of the event, without its package. */
  event: string;
}

interface Row extends Record<string, unknown> {
  tenant_id: string;
  id: string;
  version: string;
  create_time: Date;
  update_time: Date;
}

/** Reads and writes one aggregate. Every query names the tenant, and row-level security insists on it. */
export function createRepository<M extends DescMessage>({
  schema,
  collection,
  table,
}: Aggregate<M>) {
  type Shape = MessageShape<M>;
  const columns = maskedFields(schema);
  const state = schema.fields.find(({ name }) => name === 'state');
  const stored = state ? [...columns, state] : columns;
  const packageName = schema.file.proto.package;

  const toMessage = (row: Row): Shape => {
    const message = create(schema);
    Object.assign(message, {
      name: formatName(collection, { tenantId: row.tenant_id, id: row.id }),
      etag: etagOf(row.version),
      createTime: timestampFromDate(row.create_time),
      updateTime: timestampFromDate(row.update_time),
    });
    const reflected = reflect(schema, message);
    for (const field of stored) fromColumn(reflected, field, row[field.name]);
    return message;
  };

  const emit = (tx: Work, event: string, message: Shape): Shape => {
    const { name } = message as unknown as { name: string };
    tx.emit({
      type: `${packageName}.${event}`,
      subject: name,
      data: toJson(schema, message),
    });
    return message;
  };

  const only = (rows: Row[]): Row => {
    const row = rows[0];
    if (!row) throw new ConnectError('there is none', Code.NotFound);
    return row;
  };

  /** What is another tenant's and what is not there look the same, and cost the same. */
  const find = async (tx: Work, name: string, lock = ''): Promise<Row> => {
    const { tenantId, id } = parseName(collection, name);
    const { rows } = await tx.query<Row>(
      `SELECT * FROM "${table}" WHERE tenant_id = $1 AND id = $2 ${lock}`,
      [tenantId, id],
    );
    return only(rows);
  };

  const lock = async (tx: Work, name: string, etag: string): Promise<Row> => {
    const row = await find(tx, name, 'FOR UPDATE');
    assertEtag(etag, row.version);
    return row;
  };

  const write = async (
    tx: Work,
    { id }: Row,
    values: Record<string, unknown>,
  ): Promise<Shape> => {
    const sets = Object.keys(values).map((name, i) => `"${name}" = $${i + 3}`);
    const { rows } = await tx.query<Row>(
      `UPDATE "${table}" SET ${[
        ...sets,
        'version = version + 1',
        'update_time = now()',
      ].join(', ')} WHERE tenant_id = $1 AND id = $2 RETURNING *`,
      [tx.tenantId, id, ...Object.values(values)],
    );
    return toMessage(only(rows));
  };

  return {
    async create(tx: Work, input: Shape): Promise<Shape> {
      const reflected = reflect(schema, input);
      const names = columns.map(({ name }) => `"${name}"`);
      const { rows } = await tx.query<Row>(
        `INSERT INTO "${table}" (${['tenant_id', 'id', ...names].join(', ')})
         VALUES (${['', '', ...names]
           .map((_, i) => `$${i + 1}`)
           .join(', ')}) RETURNING *`,
        [
          tx.tenantId,
          uuidv7(),
          ...columns.map(field => toColumn(reflected, field)),
        ],
      );
      return emit(tx, `${schema.name}Created`, toMessage(only(rows)));
    },

    async get(tx: Work, name: string): Promise<Shape> {
      return toMessage(await find(tx, name));
    },

    /** Oldest first. */
    async list(
      tx: Work,
      page: { pageSize: number; pageToken: string },
    ): Promise<{ items: Shape[]; nextPageToken: string }> {
      const size = pageSizeOf(page.pageSize);
      const after = parsePageToken(collection, page.pageToken);
      const { rows } = await tx.query<Row>(
        `SELECT * FROM "${table}" WHERE tenant_id = $1 AND ($2::uuid IS NULL OR id > $2)
         ORDER BY id LIMIT $3`,
        [tx.tenantId, after ?? null, size + 1],
      );
      const shown = rows.slice(0, size);
      const last = shown.at(-1);
      return {
        items: shown.map(toMessage),
        nextPageToken:
          last && rows.length > size
            ? formatPageToken(collection, last.id)
            : '',
      };
    },

    /** Changes the fields that the mask names; the others keep what they have. */
    async update(
      tx: Work,
      input: Shape,
      paths: readonly string[] | undefined,
    ): Promise<Shape> {
      const { name, etag } = input as unknown as Record<
        'name' | 'etag',
        string
      >;
      const fields = maskedFields(schema, paths);
      const row = await lock(tx, name, etag);
      const reflected = reflect(schema, input);
      const message = await write(
        tx,
        row,
        Object.fromEntries(
          fields.map(field => [field.name, toColumn(reflected, field)]),
        ),
      );
      return emit(tx, `${schema.name}Updated`, message);
    },

    /** @throws ConnectError `failed_precondition` where its state does not allow it */
    async transition(
      tx: Work,
      { name, etag }: { name: string; etag: string },
      { command, from, to, event }: Transition,
    ): Promise<Shape> {
      const row = await lock(tx, name, etag);
      if (!from.includes(String(row.state))) {
        throw new ConnectError(
          `${command} is for ${from.join(' or ')}, and this is ${String(
            row.state,
          )}`,
          Code.FailedPrecondition,
        );
      }
      return emit(tx, event, await write(tx, row, { state: to }));
    },

    async delete(
      tx: Work,
      { name, etag }: { name: string; etag: string },
    ): Promise<void> {
      const row = await lock(tx, name, etag);
      await tx.query(
        `DELETE FROM "${table}" WHERE tenant_id = $1 AND id = $2`,
        [tx.tenantId, row.id],
      );
      emit(tx, `${schema.name}Deleted`, toMessage(row));
    },
  };
}
