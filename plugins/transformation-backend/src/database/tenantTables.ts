import type { Knex } from 'knex';

/** A table of the plugin, as one tenant sees it. */
export interface TenantTable {
  name: string;
  /** Columns that hold text, but that of the tenant. */
  textColumns: string[];
  rows(): Knex.QueryBuilder;
}

const TENANT_COLUMNS = ['tenant', 'tenant_id'];

/**
 * All tables that have a tenant, whoever made them: what is done to all data of
 * a tenant forgets none that is added later.
 */
export async function tenantTables(
  trx: Knex,
  tenant: string,
): Promise<TenantTable[]> {
  const tables: TenantTable[] = [];
  for (const name of await tableNames(trx)) {
    const columns = Object.entries(await trx(name).columnInfo());
    const column = columns.find(([key]) => TENANT_COLUMNS.includes(key))?.[0];
    if (!column) continue;
    tables.push({
      name,
      textColumns: columns
        .filter(([key, { type }]) => key !== column && isText(type))
        .map(([key]) => key),
      rows: () => trx(name).where(`${name}.${column}`, tenant),
    });
  }
  return tables;
}

/** All tables of the plugin but those that knex counts migrations in. */
export async function tableNames(knex: Knex): Promise<string[]> {
  const names: string[] =
    knex.client.config.client === 'pg'
      ? await knex('pg_tables')
          .whereRaw('schemaname = current_schema()')
          .orderBy('tablename')
          .pluck('tablename')
      : await knex('sqlite_master')
          .where({ type: 'table' })
          .orderBy('name')
          .pluck('name');
  return names.filter(name => !/^(knex|sqlite)_/.test(name));
}

/** A column of a virtual table of SQLite has no type, and holds text. */
function isText(type: string): boolean {
  return type === '' || /char|text|json/i.test(type);
}
