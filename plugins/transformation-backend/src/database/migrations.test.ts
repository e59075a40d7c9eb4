import { TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readdirSync } from 'node:fs';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@ameide/plugin-transformation-backend',
  'migrations',
);
const event = {
  tenant: 'demo',
  artifact_id: 'a',
  sequence: 1,
  type: 'artifact-created',
  type_version: 1,
  command_id: '01a208f4-5b2b-74bc-95bc-24a7bd4d7e52',
  at: '2026-11-23T10:00:00.000Z',
  by: 'user:demo/ada',
  data: '{}',
};
const pullRequest = {
  tenant: 'demo',
  repository: 'gitops',
  head_branch: 'factory/a',
  state: 'open',
  artifact_id: 'a',
  updated_at: '2026-11-23T10:00:00.000Z',
  content: '{}',
};

describe.each(
  TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] }).eachSupportedId(),
)('migrations on %s', databaseId => {
  const databases = TestDatabases.create();

  it('20261123100000_init goes up and down', async () => {
    const knex = await databases.init(databaseId);
    await knex.migrate.up({ directory, name: '20261123100000_init.js' });
    await knex('artifact_events').insert(event);
    await expect(knex('artifact_events').insert(event)).rejects.toThrow(
      /unique/i,
    );
    await knex('artifact_events').insert({ ...event, tenant: 'other' });
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

  it('are all tested here', () => {
    expect(readdirSync(directory)).toEqual(['20261123100000_init.js']);
  });
});
