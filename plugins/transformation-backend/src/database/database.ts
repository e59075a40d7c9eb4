import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { ObjectStorage } from '../objects/objectStorage';
import { appendAtOnce, appendInTurn, type StreamRows } from './appendToStream';
import { assertPlainRole } from './role';
import type { Tables } from './tables';
import { reachable } from './reachable';
import { tenantTables, type TenantTable } from './tenantTables';

/** Queries of one transaction that see and write one tenant's rows alone. */
export interface TenantTransaction {
  readonly tenant: string;
  /** Where contents go, unless it is the database. */
  readonly objects?: ObjectStorage;
  /** The rows of this tenant, to be narrowed, read, changed or counted. */
  from<T extends keyof Tables>(
    table: T,
    alias?: string,
  ): Knex.QueryBuilder<Tables[T], Tables[T][]>;
  /** What a query says of each of its rows, to be narrowed and put in order; the query itself is asked once. */
  each(query: Knex.QueryBuilder, alias: string): Knex.QueryBuilder;
  /** SQL that no builder writes; it has no values from outside. */
  raw(sql: string): Knex.Raw;
  /** How many rows a query finds, counted up to a number. */
  count(query: Knex.QueryBuilder, most: number): Promise<number>;
  /** Adds a row of this tenant, or several. */
  insert<T extends keyof Tables>(
    table: T,
    rows: Omit<Tables[T], 'tenant'> | Omit<Tables[T], 'tenant'>[],
  ): Knex.QueryBuilder;
  /**
   * Writes what a command makes happen to an artifact.
   *
   * @returns false, and nothing is written, where it does not stand where it stood
   */
  appendToStream(rows: StreamRows): Promise<boolean>;
  /** All tables there are, for what is done to everything of the tenant. */
  tables(): Promise<TenantTable[]>;
}

/** The plugin's database; the tenant is asked for before anything else. */
export interface TransformationDatabase {
  /** Runs `work` in one transaction: all of it is written, or nothing. */
  inTenant<T>(
    tenant: string,
    work: (tx: TenantTransaction) => Promise<T>,
  ): Promise<T>;
  /** The same in a transaction of its own, where a command writes nothing else. */
  appendToStream(tenant: string, rows: StreamRows): Promise<boolean>;
  /** The tenants that have written anything. */
  tenants(): Promise<string[]>;
  /** Asks the database. @returns what it is, and as whom it is used */
  check(): Promise<string>;
}

const migrationsDir = () =>
  resolvePackagePath('@ameide/plugin-transformation-backend', 'migrations');

/**
 * Brings the schema up to date and gives access to it.
 *
 * @param objects - where contents go, unless it is the database
 * @throws Error where the role of PostgreSQL could see all tenants
 */
export async function openDatabase(
  service: DatabaseService,
  objects?: ObjectStorage,
): Promise<TransformationDatabase> {
  const knex = await service.getClient();
  const postgres = knex.client.config.client === 'pg';
  if (postgres) await assertPlainRole(knex);
  if (!service.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsDir() });
  }
  const inTenant: TransformationDatabase['inTenant'] = (tenant, work) => {
    const transaction = knex.transaction(async trx => {
      // `true`: until the transaction ends, so that nothing is left on a pooled session
      if (postgres) {
        await trx.raw(`SELECT set_config('app.tenant_id', ?, true)`, [tenant]);
      }
      const tx: TenantTransaction = {
        tenant,
        objects,
        from: (table, alias) =>
          trx(alias ? { [alias]: table } : table).where(
            `${alias ?? table}.tenant`,
            tenant,
          ) as never,
        each: (query, alias) =>
          trx.withMaterialized(alias, query as never).from(alias),
        raw: sql => trx.raw(sql),
        async count(query, most) {
          const [{ total }] = await trx
            .from(query.select(trx.raw('1')).limit(most).as('found'))
            .count({ total: '*' });
          return Number(total);
        },
        insert: (table, rows) =>
          trx(table).insert(
            [rows].flat().map(row => Object.assign({ tenant }, row)) as never,
          ),
        appendToStream: rows =>
          postgres ? appendAtOnce(trx, tenant, rows) : appendInTurn(tx, rows),
        tables: () => tenantTables(trx, tenant),
      };
      return work(tx);
    });
    return reachable(transaction);
  };
  return {
    inTenant,
    appendToStream: (tenant, rows) =>
      postgres
        ? reachable(appendAtOnce(knex, tenant, rows))
        : inTenant(tenant, tx => tx.appendToStream(rows)),
    async check() {
      if (!postgres) {
        await knex.raw('SELECT 1');
        return 'SQLite';
      }
      await assertPlainRole(knex);
      const { rows } = await knex.raw(
        `SELECT current_user AS role, current_setting('server_version') AS version`,
      );
      return `PostgreSQL ${rows[0].version} as ${rows[0].role}, held by row-level security`;
    },
    tenants: () =>
      reachable(knex('outbox_heads').orderBy('tenant').pluck('tenant')),
  };
}
