import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory from 'knex';
import { mockServices } from '@backstage/backend-test-utils';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import { emptyDatabases, ENGINES } from '../__testUtils__/databases';
import { describeWithS3, s3Server } from '../__testUtils__/s3';
import {
  ada,
  ben,
  changeTo,
  command,
  creation,
  makeStore,
  olga,
} from '../__testUtils__/store';
import { readEvents } from '../artifacts/events/read';
import { rebuildProjections } from '../artifacts/rebuild';
import { canonicalState, stateAt } from '../artifacts/snapshots';
import { openDatabase } from '../database/database';
import { tableNames } from '../database/tenantTables';
import type { ObjectStorage } from '../objects/objectStorage';
import { createS3Storage } from '../objects/s3Storage';
import { erasePerson } from './erasePerson';
import { exportTenant } from './exportTenant';
import { importTenant } from './importTenant';
import { purgeTenant } from './purgeTenant';

jest.setTimeout(120_000);

const NOW = new Date('2026-11-26T10:00:00Z');
type Databases = ReturnType<typeof emptyDatabases>;

/** Two tenants; that of the tests has a promoted revision, a baseline, links, comments and a stream with a snapshot. */
async function fill(
  databases: Databases,
  databaseId: TestDatabaseId,
  objects?: ObjectStorage,
) {
  const made = await makeStore(databases, databaseId, undefined, {
    objects,
  });
  const { store, database } = made;
  await store.create(olga, creation('Plan', 'olga'));
  await store.create(ada, {
    ...creation('Plan', '\ufefffirst\r\nü'),
    owner: 'user:demo/ada',
  });
  let sequence = 1;
  const give = async (author: typeof ada, given: object) => {
    const next = { expectedSequence: sequence, ...given };
    const { artifact } = await store.change(
      author,
      'plan',
      command(next as never),
    );
    sequence = artifact.sequence;
  };
  await give(ada, { type: 'change', content: 'second' });
  await give(ada, { type: 'tag', tags: ['core'] });
  await give(ada, {
    type: 'comment',
    text: 'ask user:demo/ada, or user:demo/ada-lovelace',
  });
  await give(ada, { type: 'make-revision', note: 'One' });
  await give(ada, { type: 'submit', revision: 1 });
  await give(ben, { type: 'approve', revision: 1 });
  await give(ben, { type: 'promote', revision: 1 });
  while (sequence < 103) {
    await give(sequence % 2 ? ada : ben, { type: 'comment', text: 'again' });
  }
  await store.create(ada, {
    ...creation(
      'Release',
      'items: [tenants/demo/artifacts/plan/revisions/1]\n',
    ),
    kind: 'baseline',
  });
  await store.create(ben, creation('Mentions', 'owner: user:demo/ada\n'));
  await store.upload('demo', 'an upload');
  await database.inTenant('demo', async tx => {
    await tx.insert('builds', {
      id: 'b',
      artifact_id: 'plan',
      revision: 1,
      sequence: 2,
      started_at: NOW.toISOString(),
      started_by: 'user:demo/ada',
      request: '{}',
      output: null,
      outcome: null,
    });
  });
  return made;
}

async function linesOf(lines: AsyncIterable<string>) {
  const texts: string[] = [];
  for await (const line of lines) texts.push(line);
  return texts;
}

async function* each(lines: string[]) {
  yield* lines;
}

describe.each(ENGINES)('a tenant as a whole on %s', databaseId => {
  const databases = emptyDatabases();
  const exported = async (made: Awaited<ReturnType<typeof fill>>) =>
    linesOf(exportTenant(made.database, 'demo', NOW));

  it('comes back from an export with the same SHA-256 of everything', async () => {
    const made = await fill(databases, databaseId);
    const { database, store } = made;
    const lines = await exported(made);
    const before = await Promise.all([
      store.list('demo', { pageSize: 50 }),
      store.events('demo', 'plan'),
      store.content('demo', 'plan', 1),
      store.revisions('demo', 'plan'),
    ]);
    await purgeTenant(database, undefined, 'demo');
    expect(await importTenant(database, 'demo', each(lines))).toEqual({
      artifacts: 3,
      events: 105,
      contents: 4,
    });
    expect(
      await Promise.all([
        store.list('demo', { pageSize: 50 }),
        store.events('demo', 'plan'),
        store.content('demo', 'plan', 1),
        store.revisions('demo', 'plan'),
      ]),
    ).toEqual(before);
    expect(await exported(made)).toEqual(lines);
    await database.inTenant('demo', async tx => {
      expect(await tx.from('artifact_snapshots')).toMatchObject([
        { artifact_id: 'plan', sequence: 100 },
      ]);
      expect(await tx.from('outbox')).toHaveLength(105);
    });
    expect((await rebuildProjections(database, 'demo', 'all')).mended).toEqual(
      [],
    );
    expect((await store.content('other', 'plan')).content).toBe('olga');
    // and it goes on from there
    await store.change(ada, 'plan', changeTo(103, 'after'));
  });

  if (databaseId === 'SQLITE_3') {
    it('is all there in a copy that was made while it was in use', async () => {
      const made = await fill(databases, databaseId);
      const copy = join(mkdtempSync(join(tmpdir(), 'ameide-backup-')), 'copy');
      await made.knex.raw('VACUUM INTO ?', [copy]);
      await made.store.change(ada, 'plan', changeTo(103, 'after the copy'));
      const knex = knexFactory({
        client: 'better-sqlite3',
        connection: copy,
        useNullAsDefault: true,
      });
      const restored = await openDatabase(mockServices.database({ knex }));
      const lines = await linesOf(exportTenant(restored, 'demo', NOW));
      expect(lines).toContainEqual(expect.stringContaining('"second"'));
      expect(lines.join()).not.toContain('after the copy');
      expect(
        (await rebuildProjections(restored, 'demo', 'all')).mended,
      ).toEqual([]);
      await knex.destroy();
    });
  }

  it('takes nothing of an export that is wrong somewhere', async () => {
    const made = await fill(databases, databaseId);
    const { database } = made;
    const lines = await exported(made);
    await expect(importTenant(database, 'demo', each(lines))).rejects.toThrow(
      'The tenant demo has artifacts',
    );
    await expect(importTenant(database, 'third', each(lines))).rejects.toThrow(
      'line 1: this is an export of the tenant demo',
    );
    await purgeTenant(database, undefined, 'demo');
    const change = (from: string, to: string) =>
      lines.map(line => line.replace(from, to));
    const attempts: [string[], RegExp][] = [
      [lines.slice(0, -1), /has no line "end": it was cut off/],
      [change('"second"', '"forged"'), /line \d+: the content is not that of/],
      [
        change('"text":"again"', '"text":"other"'),
        /not those that were written/,
      ],
      [change('"tags":["core"]', '"tags":["x"]'), /do not add up to the/],
      [lines.filter(line => !line.includes('"sequence":9,')), /has a gap/],
      [change('"version":1', '"version":2'), /version 2 is newer/],
      [['{', ...lines], /line 1: this is no JSON/],
      [lines.slice(1), /line 1: the header has to be the first line/],
      [lines.filter(line => !line.includes('"second"')), /did not come before/],
    ];
    for (const [given, message] of attempts) {
      const attempt = importTenant(database, 'demo', each(given));
      await expect(attempt).rejects.toThrow(message);
      await database.inTenant('demo', async tx => {
        for (const { name, rows } of await tx.tables()) {
          expect([name, await rows()]).toEqual([name, []]);
        }
      });
    }
  });

  it('leaves no row when it is purged, and other tenants all of theirs', async () => {
    const { database, knex } = await fill(databases, databaseId);
    const rowsOf = (tenant: string) =>
      database.inTenant(tenant, async tx => {
        const found: [string, number][] = [];
        for (const { name, rows } of await tx.tables()) {
          found.push([name, (await rows()).length]);
        }
        return found;
      });
    const [demo, other] = [await rowsOf('demo'), await rowsOf('other')];
    // no table is forgotten: each has a tenant
    expect(demo.map(([name]) => name)).toEqual(await tableNames(knex));
    expect(demo.filter(([, count]) => count > 0).length).toBeGreaterThan(6);
    const { rows } = await purgeTenant(database, undefined, 'demo');
    expect(Object.entries(rows)).toEqual(demo);
    expect((await rowsOf('demo')).filter(([, count]) => count)).toEqual([]);
    expect(await rowsOf('other')).toEqual(other);
  });

  it('names a person no more after an erasure, and keeps what was done', async () => {
    const { database, store } = await fill(databases, databaseId);
    const before = await store.content('demo', 'plan', 1);
    const erased = await erasePerson(
      database,
      undefined,
      'demo',
      'user:demo/ada',
    );
    expect(erased.pseudonym).toMatch(/^user:demo\/erased-[0-9a-f]{16}$/);
    expect(erased.mentionedIn).toEqual(['mentions']);
    await database.inTenant('demo', async tx => {
      for (const { name, rows } of await tx.tables()) {
        const text = JSON.stringify(await rows());
        const found = text.match(/user:demo\/ada(?!-lovelace)/g) ?? [];
        // what somebody wrote in a drawing stays as it was written, and is told of
        expect([name, found.length]).toEqual([
          name,
          name === 'artifact_contents' ? 1 : 0,
        ]);
      }
      const events = await readEvents(tx, 'plan');
      expect(events[0]).toMatchObject({
        by: erased.pseudonym,
        data: { owner: erased.pseudonym },
      });
      expect(events[3].data).toEqual({
        text: `ask ${erased.pseudonym}, or user:demo/ada-lovelace`,
      });
      // a snapshot says what its stream says
      const state = await stateAt(tx, 'plan', 103);
      expect(canonicalState(state!)).toContain(erased.pseudonym);
    });
    expect(await store.content('demo', 'plan', 1)).toEqual(before);
    expect((await rebuildProjections(database, 'demo', 'all')).mended).toEqual(
      [],
    );
    // who wrote it still is nobody else
    const [revision] = await store.revisions('demo', 'plan');
    expect(revision.createdBy).toBe(erased.pseudonym);
    await expect(
      erasePerson(database, undefined, 'demo', 'user:other/olga'),
    ).rejects.toThrow('is no person of the tenant demo');
  });

  describeWithS3('with its contents in object storage', () => {
    const s3 = s3Server();
    const objectsOf = async (objects: ObjectStorage, tenant: string) => {
      const found = [];
      for await (const page of objects.list(tenant)) found.push(...page);
      return found;
    };

    it('leaves no object either, and comes back', async () => {
      const objects = createS3Storage(s3().config);
      const made = await fill(databases, databaseId, objects);
      const lines = await exported(made);
      const count = (await objectsOf(objects, 'demo')).length;
      expect(count).toBe(6);
      const purged = await purgeTenant(made.database, objects, 'demo');
      expect(purged.objects).toBe(count);
      expect(await objectsOf(objects, 'demo')).toEqual([]);
      expect(await objectsOf(objects, 'other')).toHaveLength(1);
      await importTenant(made.database, 'demo', each(lines));
      // an upload is no part of an export
      expect(await objectsOf(objects, 'demo')).toHaveLength(5);
      expect(await exported(made)).toEqual(lines);

      const erased = await erasePerson(
        made.database,
        objects,
        'demo',
        'user:demo/ada',
      );
      expect(erased.mentionedIn).toEqual(['mentions']);
      for (const { digest } of await objectsOf(objects, 'demo')) {
        const content = await made.database.inTenant('demo', async tx =>
          tx.from('artifact_contents').where({ digest }).first('digest'),
        );
        expect(content).toEqual({ digest });
      }
      // the snapshot that named the person is gone from the bucket, another is there
      expect(await objectsOf(objects, 'demo')).toHaveLength(5);
    });

    it('is brought into the bucket by export and import', async () => {
      const plain = await fill(databases, databaseId);
      const lines = await exported(plain);
      await purgeTenant(plain.database, undefined, 'demo');
      const objects = createS3Storage(s3().config);
      await purgeTenant(plain.database, objects, 'demo');
      const database = await openDatabase(
        mockServices.database({ knex: plain.knex, migrations: { skip: true } }),
        objects,
      );
      await importTenant(database, 'demo', each(lines));
      expect(await objectsOf(objects, 'demo')).toHaveLength(5);
      await database.inTenant('demo', async tx => {
        const rows = await tx.from('artifact_contents');
        expect(new Set(rows.map(({ storage }) => storage))).toEqual(
          new Set(['object']),
        );
      });
    });
  });
});
