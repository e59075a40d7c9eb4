import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { assertPlainRole } from '../../src/database/role.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

/** What has to be true of every table, also of those that come later. */
describe('isolation of tenants in the database', () => {
  let database: TestDatabase;
  const pools: pg.Pool[] = [];
  const as = (url: string) => {
    const pool = new pg.Pool({ connectionString: url });
    pool.on('error', () => {});
    pools.push(pool);
    return pool;
  };
  before(async () => {
    database = await createDatabase();
  });
  after(async () => {
    await Promise.all(pools.map(pool => pool.end()));
    await database.drop();
  });

  const tables = async () => {
    const { rows } = await as(database.superuser).query<{
      name: string;
      forced: boolean;
      policies: string;
    }>(
      `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
              (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
         AND c.relname <> 'flyway_schema_history'`,
    );
    return rows;
  };

  it('is forced on every table, by a policy', async () => {
    const all = await tables();
    assert.ok(all.length > 2);
    for (const { name, forced, policies } of all) {
      assert.ok(forced, `${name} has no forced row-level security`);
      assert.ok(Number(policies) > 0, `${name} has no policy`);
    }
  });

  it('shows nothing without a tenant, to the application and to the owner', async () => {
    await as(database.superuser).query(
      "INSERT INTO outbox (tenant_id, event_id, type, subject, data) VALUES ('acme', gen_random_uuid(), 't', 's', '{}')",
    );
    for (const { name } of await tables()) {
      for (const url of [database.application, database.owner]) {
        const { rows } = await as(url).query(`SELECT * FROM "${name}"`);
        assert.deepEqual(rows, []);
      }
    }
  });

  it('lets nobody write for another tenant', async () => {
    const pool = as(database.application);
    await assert.rejects(
      pool.query(
        "WITH t AS (SELECT set_config('app.tenant_id', 'other', true)) INSERT INTO outbox (tenant_id, event_id, type, subject, data) SELECT 'acme', gen_random_uuid(), 't', 's', '{}' FROM t",
      ),
      /row-level security/,
    );
  });

  it('cannot be changed by the application', async () => {
    const pool = as(database.application);
    for (const text of [
      'ALTER TABLE outbox DISABLE ROW LEVEL SECURITY',
      'DROP POLICY tenant ON outbox',
      'CREATE TABLE own (id int)',
      'SET ROLE service_owner',
    ]) {
      await assert.rejects(pool.query(text), /must be owner|permission denied/);
    }
  });

  it('is insisted on at the start', async () => {
    await assertPlainRole(as(database.application));
    await assert.rejects(
      assertPlainRole(as(database.superuser)),
      /passes by row-level security/,
    );
  });
});
