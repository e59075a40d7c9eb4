import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { emptyDatabases, ENGINES } from '../__testUtils__/databases';
import {
  ada,
  changeTo,
  command,
  creation,
  makeStore,
  olga,
} from '../__testUtils__/store';
import { openDatabase } from './database';

jest.setTimeout(60_000);

const SECRET = 'secret-plan';
const PAGE = { pageSize: 50 };

/** Ada's secret in the tenant demo, something of Olga's in the tenant other. */
async function twoTenants(
  databases: ReturnType<typeof emptyDatabases>,
  databaseId: (typeof ENGINES)[number][0],
) {
  const made = await makeStore(databases, databaseId);
  await made.store.create(ada, creation('Secret plan', 'the secret'));
  await made.store.create(olga, creation('Mine', 'mine'));
  return made;
}

describe.each(ENGINES)('tenants on %s', databaseId => {
  const databases = emptyDatabases();

  it('see nothing of each other in lists, searches, counts and feeds', async () => {
    const { store } = await twoTenants(databases, databaseId);
    const seen = await Promise.all([
      store.list('other', PAGE),
      store.list('other', { ...PAGE, search: 'secret' }),
      store.list('other', { ...PAGE, owner: 'user:demo/ada' }),
      store.changes('other', 0, 100),
    ]);
    expect(seen).toEqual([
      { items: [expect.objectContaining({ id: 'mine' })], totalSize: 1 },
      { items: [], totalSize: 0 },
      { items: [], totalSize: 0 },
      [expect.objectContaining({ artifact: 'tenants/other/artifacts/mine' })],
    ]);
  });

  it('are told the same of what is another tenant’s as of what is nowhere, by as many queries', async () => {
    const { store, knex } = await twoTenants(databases, databaseId);
    const attempts: ((id: string) => Promise<unknown>)[] = [
      id => store.get('other', id),
      id => store.content('other', id),
      id => store.content('other', id, 1),
      id => store.events('other', id),
      id => store.revisions('other', id),
      id => store.change(olga, id, changeTo(1, 'stolen')),
      id => store.change(olga, id, changeTo(9, 'stolen', true)),
      id =>
        store.change(
          olga,
          id,
          command({ type: 'archive', expectedSequence: 1 }),
        ),
    ];
    let queries = 0;
    knex.on('query', () => (queries += 1));
    const answerTo = async (attempt: (id: string) => unknown, id: string) => {
      queries = 0;
      const error = await Promise.resolve(attempt(id)).then(
        () => undefined,
        (thrown: Error) => thrown,
      );
      return [error?.name, error?.message.replace(id, 'ID'), queries];
    };
    for (const attempt of attempts) {
      const foreign = await answerTo(attempt, SECRET);
      expect(foreign.slice(0, 2)).toEqual([
        'NotFoundError',
        'There is no artifact ID',
      ]);
      expect(foreign).toEqual(await answerTo(attempt, 'never-made'));
    }
    expect((await store.content('demo', SECRET)).content).toBe('the secret');
  });

  it('have ids, command ids and contents each for themselves', async () => {
    const { store } = await makeStore(databases, databaseId);
    const request = creation('Plan', 'the same');
    const [one, two] = [
      await store.create(ada, request),
      await store.create(olga, request),
    ];
    expect([one, two].map(({ artifact }) => artifact.name)).toEqual([
      'tenants/demo/artifacts/plan',
      'tenants/other/artifacts/plan',
    ]);
    await store.change(ada, 'plan', changeTo(1, 'changed'));
    expect((await store.content('other', 'plan')).content).toBe('the same');
  });
});

describe.each(ENGINES.filter(([id]) => id !== 'SQLITE_3'))(
  'row-level security on %s',
  databaseId => {
    const databases = emptyDatabases();
    const tablesOf = (knex: Knex): Promise<string[]> =>
      knex('pg_tables')
        .whereRaw('schemaname = current_schema()')
        .whereNotIn('tablename', ['knex_migrations', 'knex_migrations_lock'])
        .pluck('tablename');
    const inSession = <T>(
      knex: Knex,
      tenant: string,
      work: (trx: Knex.Transaction) => Promise<T>,
    ) =>
      knex.transaction(async trx => {
        await trx.raw(`SELECT set_config('app.tenant_id', ?, true)`, [tenant]);
        return work(trx);
      });

    it('is enabled and forced, with a policy, on every table', async () => {
      const { knex } = await databases.open(databaseId);
      const tables = await tablesOf(knex);
      const held = await knex('pg_class')
        .join('pg_policies', 'pg_policies.tablename', 'pg_class.relname')
        .where({
          relrowsecurity: true,
          relforcerowsecurity: true,
          policyname: 'tenant_isolation',
        })
        .whereRaw('schemaname = current_schema()')
        .pluck('relname');
      expect(tables).toContain('artifacts');
      expect(held.sort()).toEqual(tables.sort());
    });

    it('shows nothing without a tenant, but the names of tenants', async () => {
      const { knex, database } = await twoTenants(databases, databaseId);
      for (const table of await tablesOf(knex)) {
        const rows = await knex(table);
        expect([table, rows.length]).toEqual([
          table,
          table === 'outbox_heads' ? 2 : 0,
        ]);
      }
      expect(await database.tenants()).toEqual(['demo', 'other']);
    });

    it('holds even where a query forgets the tenant, or names another', async () => {
      const { knex } = await twoTenants(databases, databaseId);
      await inSession(knex, 'other', async trx => {
        expect(await trx('artifacts').pluck('id')).toEqual(['mine']);
        expect(await trx('artifacts').where({ tenant: 'demo' })).toEqual([]);
        for (const table of await tablesOf(knex)) {
          const foreign = () => trx(table).where({ tenant: 'demo' });
          expect(await foreign().update({ tenant: 'demo' })).toBe(0);
          expect(await foreign().delete()).toBe(0);
        }
      });
      const row = { tenant: 'demo', position: 99 };
      const moves: ((trx: Knex.Transaction) => Promise<unknown>)[] = [
        trx => trx('outbox_heads').insert(row),
        trx =>
          trx('artifact_contents').insert({
            tenant: 'demo',
            digest: 'x',
            content: 'x',
          }),
        // what is one's own cannot be given away
        trx => trx('artifacts').update({ tenant: 'demo' }),
      ];
      for (const move of moves) {
        await expect(inSession<unknown>(knex, 'other', move)).rejects.toThrow(
          /violates row-level security policy/,
        );
      }
      await inSession(knex, 'demo', async trx => {
        expect(await trx('artifacts').pluck('id')).toEqual([SECRET]);
      });
    });

    it('leaves no tenant on a session that goes back to the pool', async () => {
      const { knex, database } = await twoTenants(databases, databaseId);
      await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          database
            .inTenant('demo', async tx => {
              await tx.from('artifacts');
              if (n % 2) throw new Error('rolled back');
            })
            .catch(() => undefined),
        ),
      );
      const left = await Promise.all(
        Array.from({ length: 20 }, () => knex('artifacts')),
      );
      expect(left.flat()).toEqual([]);
    });

    it.each([
      ['SUPERUSER', 'is a superuser'],
      ['NOSUPERUSER BYPASSRLS', 'has BYPASSRLS'],
    ])('is insisted on: a role with %s is refused', async (attributes, why) => {
      const knex = await databases.connectAs(attributes);
      const opened = openDatabase(mockServices.database({ knex }));
      await expect(opened).rejects.toThrow(
        `${why}, so that PostgreSQL would not keep tenants apart`,
      );
      await expect(opened).rejects.toThrow('backend.database.connection.user');
      expect(await knex.schema.hasTable('artifacts')).toBe(false);
    });
  },
);
