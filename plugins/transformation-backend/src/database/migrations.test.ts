import { readdirSync } from 'node:fs';
import { mockServices } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { digestOf, getContent, putUpload } from '../artifacts/contents';
import { rebuildProjections } from '../artifacts/rebuild';
import { listArtifacts } from '../artifacts/list';
import { readArtifact } from '../artifacts/read';
import { rebuildSearch } from '../artifacts/search/rebuild';
import { readOutbox } from '../artifacts/outbox';
import { emptyDatabases, ENGINES } from '../__testUtils__/databases';
import { plainKind } from '../__testUtils__/store';
import { openDatabase } from './database';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@ameide/plugin-transformation-backend',
  'migrations',
);
const AT = '2026-11-23T10:00:00.000Z';
const COMMAND = '01a208f4-5b2b-74bc-95bc-24a7bd4d7e52';
const DIGEST = digestOf('one');
const eventRow = (
  tenant: string,
  sequence: number,
  type: string,
  data: object,
) => ({
  tenant,
  artifact_id: 'a',
  sequence,
  type,
  type_version: 1,
  command_id: COMMAND,
  at: AT,
  by: 'user:demo/ada',
  data: JSON.stringify(data),
});
const artifactRow = (tenant: string) => ({
  tenant,
  id: 'a',
  kind: 'bpmn',
  title: 'A',
  owner: 'user:demo/ada',
  sequence: 2,
  digest: DIGEST,
  latest_revision: JSON.stringify({
    number: 1,
    sequence: 1,
    createdAt: AT,
    createdBy: 'user:demo/ada',
  }),
  created_at: AT,
  created_by: 'user:demo/ada',
  updated_at: AT,
  updated_by: 'user:demo/ada',
});
const pullRequest = {
  tenant: 'demo',
  repository: 'gitops',
  head_branch: 'factory/a',
  state: 'open',
  artifact_id: 'a',
  updated_at: AT,
  content: '{}',
};

/** One artifact with a revision in each of two tenants, as the first release wrote it. */
async function fillFirst(knex: Knex) {
  for (const tenant of ['demo', 'other']) {
    await knex('artifact_contents').insert({
      tenant,
      digest: DIGEST,
      content: 'one',
    });
    await knex('artifact_events').insert([
      eventRow(tenant, 1, 'artifact-created', {
        kind: 'bpmn',
        title: 'A',
        owner: 'user:demo/ada',
        digest: DIGEST,
      }),
      eventRow(tenant, 2, 'revision-made', { number: 1, ofSequence: 1 }),
    ]);
    await knex('artifacts').insert(artifactRow(tenant));
  }
}

/** Rows of the first schema, and all migrations up to one, or all. */
async function fillAndMigrate(knex: Knex, last = '~'): Promise<void> {
  const [first, ...later] = readdirSync(directory);
  await knex.migrate.up({ directory, name: first });
  await fillFirst(knex);
  for (const name of later.filter(each => each <= last)) {
    await knex.migrate.up({ directory, name });
  }
}

describe.each(ENGINES)('migrations on %s', databaseId => {
  const databases = emptyDatabases();

  it('20261123100000_init goes up and down', async () => {
    const knex = await databases.connect(databaseId);
    await knex.migrate.up({ directory, name: '20261123100000_init.js' });
    await fillFirst(knex);
    await expect(
      knex('artifact_events').insert(eventRow('demo', 1, 'x', {})),
    ).rejects.toThrow(/unique/i);
    await knex('pull_requests').insert({
      ...pullRequest,
      number: 1,
      state: 'merged',
    });
    await knex('pull_requests').insert({ ...pullRequest, number: 2 });
    // never a second open one of the same branch
    await expect(
      knex('pull_requests').insert({ ...pullRequest, number: 3 }),
    ).rejects.toThrow(/unique/i);
    await knex.migrate.down({ directory, name: '20261123100000_init.js' });
    await expect(knex.schema.hasTable('artifact_events')).resolves.toBe(false);
  });

  it('20261126100000_store goes up, down and up again with data in place', async () => {
    const name = '20261126100000_store.js';
    const knex = await databases.connect(databaseId);
    await knex.migrate.up({ directory, name: '20261123100000_init.js' });
    await fillFirst(knex);
    const before = await knex('artifacts').orderBy('tenant');
    await knex.migrate.up({ directory, name });
    const database = await openDatabase(
      mockServices.database({ knex, migrations: { skip: true } }),
    );
    const fold = (tenant: string) =>
      rebuildProjections(database, tenant, 'missing');
    expect(await database.tenants()).toEqual(['demo', 'other']);
    expect((await fold('demo')).mended).toEqual(['a']);
    expect((await fold('other')).mended).toEqual(['a']);
    await database.inTenant('demo', async tx => {
      expect(await readArtifact(tx, 'a')).toMatchObject({
        title: 'A',
        tags: [],
        latestRevision: { number: 1, status: 'draft' },
      });
      expect(await tx.from('artifact_contents').first('content')).toEqual({
        content: 'one',
      });
      expect(await readOutbox(tx, 0, 10)).toMatchObject([
        { position: 1, type: 'ArtifactCreated', sequence: 1 },
        { position: 2, type: 'RevisionCreated', sequence: 2 },
      ]);
    });

    // what only the newer release can read is set aside and comes back
    await database.inTenant('demo', tx =>
      tx.insert('artifact_events', {
        ...eventRow('demo', 3, 'artifact-tagged', {
          tags: ['core'],
          previousTags: [],
        }),
      }),
    );
    await knex.migrate.down({ directory, name });
    expect(await knex('artifacts').orderBy('tenant')).toEqual(before);
    await expect(
      knex('artifact_events').where({ type: 'artifact-tagged' }),
    ).resolves.toEqual([]);
    await knex.migrate.up({ directory, name });
    await fold('demo');
    await database.inTenant('demo', async tx => {
      expect((await readArtifact(tx, 'a')).tags).toEqual(['core']);
    });
  });

  it('20261126110000_row_level_security goes up and down with data in place', async () => {
    const name = '20261126110000_row_level_security.js';
    const knex = await databases.connect(databaseId);
    await knex.migrate.up({ directory, name: '20261123100000_init.js' });
    await fillFirst(knex);
    await knex.migrate.up({ directory, name: '20261126100000_store.js' });
    const count = async () => (await knex('artifact_events')).length;
    await knex.migrate.up({ directory, name });
    // SQLite has no such thing: there the query builder is what keeps tenants apart
    expect(await count()).toBe(databaseId === 'SQLITE_3' ? 4 : 0);
    const database = await openDatabase(
      mockServices.database({ knex, migrations: { skip: true } }),
    );
    for (const tenant of ['demo', 'other']) {
      await database.inTenant(tenant, async tx => {
        expect(await tx.from('artifact_events')).toHaveLength(2);
      });
    }
    expect(await database.tenants()).toEqual(['demo', 'other']);
    await knex.migrate.down({ directory, name });
    expect(await count()).toBe(4);
  });

  it('20261126120000_search goes up and down with data in place, and is filled tenant by tenant', async () => {
    const name = '20261126120000_search.js';
    const knex = await databases.connect(databaseId);
    await fillAndMigrate(knex);
    const database = await openDatabase(
      mockServices.database({ knex, migrations: { skip: true } }),
    );
    const found = (tenant: string) =>
      database.inTenant(tenant, tx =>
        listArtifacts(tx, { search: 'one', pageSize: 9 }),
      );
    for (const tenant of ['demo', 'other']) {
      await rebuildProjections(database, tenant, 'missing');
      expect((await found(tenant)).items).toEqual([]);
      const filled = await rebuildSearch(
        { database, kindOf: () => plainKind },
        tenant,
        'missing',
      );
      expect(filled).toEqual({ artifacts: 1, mended: ['a'] });
      expect((await found(tenant)).items).toMatchObject([{ id: 'a', tenant }]);
    }
    const later = '20261126e00000_narrow_search.js';
    await knex.migrate.down({ directory, name: later });
    await knex.migrate.down({ directory, name });
    expect(await knex.schema.hasTable('artifact_words')).toBe(false);
    await knex.migrate.up({ directory, name });
    await knex.migrate.up({ directory, name: later });
    expect((await found('demo')).items).toEqual([]);
  });

  it('20261126130000_causes goes up and down with data in place', async () => {
    const name = '20261126130000_causes.js';
    const knex = await databases.connect(databaseId);
    await fillAndMigrate(knex, name);
    const database = await openDatabase(
      mockServices.database({ knex, migrations: { skip: true } }),
    );
    const told = (tenant: string) =>
      database.inTenant(tenant, tx => readOutbox(tx, 0, 10));
    for (const tenant of ['demo', 'other']) {
      const notices = await told(tenant);
      expect(notices).toHaveLength(2);
      for (const notice of notices) {
        expect(notice).toMatchObject({
          tenant,
          correlationId: COMMAND,
          causationId: COMMAND,
        });
        expect(notice).not.toHaveProperty('traceparent');
      }
    }
    await knex.migrate.down({ directory, name });
    expect(await knex.schema.hasColumn('outbox', 'traceparent')).toBe(false);
    await knex.migrate.up({ directory, name });
    expect(await told('demo')).toMatchObject([{ correlationId: COMMAND }, {}]);
  });

  it('20261126b00000_contents goes up, down and up again with data in place', async () => {
    const name = '20261126b00000_contents.js';
    const knex = await databases.connect(databaseId);
    await fillAndMigrate(knex, name);
    const database = await openDatabase(
      mockServices.database({ knex, migrations: { skip: true } }),
    );
    const contents = () =>
      database.inTenant('demo', async tx =>
        tx.from('artifact_contents').orderBy('content'),
      );
    expect(await contents()).toMatchObject([
      { content: 'one', storage: 'database', uploaded_at: null },
    ]);
    await database.inTenant('demo', async tx => {
      expect(await getContent(tx, DIGEST)).toBe('one');
      await putUpload(tx, 'an upload', new Date(AT));
    });
    await knex.migrate.down({ directory, name });
    // what no command took is nothing that the release before knows
    expect(await contents()).toEqual([
      { tenant: 'demo', digest: DIGEST, content: 'one' },
    ]);
    await knex.migrate.up({ directory, name });
    const object = { digest: 'd'.repeat(64), content: '', storage: 'object' };
    await database.inTenant('other', tx =>
      tx.insert('artifact_contents', object as never),
    );
    await expect(knex.migrate.down({ directory, name })).rejects.toThrow(
      'The tenant other has contents in object storage',
    );
    expect(await contents()).toHaveLength(1);
  });

  it('20261126c00000_executions goes up, down and up again with data in place', async () => {
    const name = '20261126c00000_executions.js';
    const knex = await databases.connect(databaseId);
    await fillAndMigrate(knex, '20261126b00000_contents.js');
    const database = await openDatabase(
      mockServices.database({ knex, migrations: { skip: true } }),
    );
    const outbox = () =>
      database.inTenant('demo', async tx => tx.from('outbox'));
    const before = await outbox();
    await knex.migrate.up({ directory, name });
    expect(await outbox()).toEqual(before.map(row => ({ ...row, data: null })));
    const row = {
      artifact_id: 'a',
      lane: 'dev',
      revision: 1,
      commit: 'c'.repeat(40),
      build_id: null,
      namespace: 'default',
      task_queue: 'q',
      status: 'deployed',
      message: null,
      updated_at: AT,
      observed_at: AT,
    };
    await database.inTenant('demo', tx => tx.insert('deployments', row));
    await database.inTenant('other', async tx => {
      expect(await tx.from('deployments')).toEqual([]);
    });
    await knex.migrate.down({ directory, name });
    expect(await outbox()).toEqual(before);
    await knex.migrate.up({ directory, name });
    await database.inTenant('demo', async tx => {
      expect(await tx.from('deployments')).toEqual([]);
    });
  });

  it('20261126d00000_append goes up and down with data in place', async () => {
    const name = '20261126d00000_append.js';
    const knex = await databases.connect(databaseId);
    await fillAndMigrate(knex, name);
    const database = await openDatabase(
      mockServices.database({ knex, migrations: { skip: true } }),
    );
    const rows = (before: number) => ({
      before,
      artifact: { id: 'a', sequence: 2, state: '' } as never,
      events: [],
      command: { command_id: COMMAND, sequence: 2 } as never,
      notices: [],
    });
    // there is no such sequence: nothing is written
    await expect(database.appendToStream('demo', rows(7))).resolves.toBe(false);
    await knex.migrate.down({ directory, name });
    // SQLite has no functions, and goes on without
    const after = await database.appendToStream('demo', rows(7)).catch(String);
    expect(String(after)).toMatch(
      databaseId === 'SQLITE_3' ? /false/ : /append_to_stream.* does not exist/,
    );
    await knex.migrate.up({ directory, name });
    await expect(database.appendToStream('demo', rows(7))).resolves.toBe(false);
  });

  it('20261126e00000_narrow_search goes up and down with data in place', async () => {
    const name = '20261126e00000_narrow_search.js';
    const knex = await databases.connect(databaseId);
    await fillAndMigrate(knex, name);
    const columns = async () => {
      const rows: { indexdef?: string; sql?: string }[] =
        databaseId === 'SQLITE_3'
          ? await knex('sqlite_master').where({ type: 'index' })
          : await knex('pg_indexes').whereRaw('schemaname = current_schema()');
      return rows
        .map(({ indexdef, sql }) => indexdef ?? sql ?? '')
        .map(definition => definition.replace(/[`"]|.* using btree/gi, ''))
        .join('\n');
    };
    expect(await columns()).toMatch(/\(tenant, kind, owner\)/);
    expect(await columns()).toMatch(/\(tenant, artifact_id, word, place\)/);
    await knex.migrate.down({ directory, name });
    expect(await columns()).toMatch(/\(tenant, owner\)/);
    expect(await columns()).toMatch(/\(tenant, artifact_id, word\)/);
    await knex.migrate.up({ directory, name });
    const database = await openDatabase(
      mockServices.database({ knex, migrations: { skip: true } }),
    );
    await database.inTenant('demo', async tx => {
      expect(await tx.from('artifacts')).toMatchObject([{ id: 'a' }]);
    });
  });

  it('are all tested here', () => {
    expect(readdirSync(directory)).toEqual([
      '20261123100000_init.js',
      '20261126100000_store.js',
      '20261126110000_row_level_security.js',
      '20261126120000_search.js',
      '20261126130000_causes.js',
      '20261126b00000_contents.js',
      '20261126c00000_executions.js',
      '20261126d00000_append.js',
      '20261126e00000_narrow_search.js',
    ]);
  });
});
