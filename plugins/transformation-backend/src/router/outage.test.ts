import { setTimeout as sleep } from 'node:timers/promises';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Problem } from '@ameide/plugin-transformation-common';
import knexFactory, { type Knex } from 'knex';
import request from 'supertest';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- how the repository starts a server
import {
  startPostgres,
  type TestPostgres,
} from '../../../../scripts/test/postgres';
import { connectAsNewRole } from '../__testUtils__/databases';
import { appOf } from '../__testUtils__/router';
import { changeTo, command, creation, makeStore } from '../__testUtils__/store';
import { rebuildProjections } from '../artifacts/rebuild';
import { openDatabase } from '../database/database';

jest.setTimeout(120_000);

const ID = 'lead-to-order';

describe('the HTTP API while PostgreSQL goes away and comes back', () => {
  let postgres: TestPostgres;
  let admin: Knex;
  let plain: Knex;
  let api: Awaited<ReturnType<typeof start>>;

  async function start() {
    plain = await connectAsNewRole(admin, 'NOSUPERUSER NOBYPASSRLS');
    const service = mockServices.database({ knex: plain });
    const { store, database } = await makeStore(
      {
        open: async () => ({
          knex: plain,
          database: await openDatabase(service),
        }),
      },
      'POSTGRES_18',
    );
    const app = appOf(store, { logger: mockServices.logger.mock() });
    const authorization = mockCredentials.user.header('user:demo/ada');
    return {
      database,
      store,
      get: (path: string) =>
        request(app).get(`/v1${path}`).set('authorization', authorization),
      post: (path: string, body: object) =>
        request(app)
          .post(`/v1${path}`)
          .set('authorization', authorization)
          .send(body),
    };
  }

  beforeAll(async () => {
    // knex prints each connection that it could not make
    jest.spyOn(console, 'log').mockImplementation();
    postgres = await startPostgres();
    admin = knexFactory({
      client: 'pg',
      connection: postgres.connectionString,
    });
  });
  beforeEach(async () => {
    await admin.raw('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    api = await start();
    await api.post('/artifacts', creation()).expect(201);
  });
  afterEach(() => plain.destroy());
  afterAll(async () => {
    await admin.destroy();
    await postgres.stop();
    jest.restoreAllMocks();
  });

  /** How many rows each table has. */
  const rows = () =>
    api.database.inTenant('demo', async tx => {
      const counts: Record<string, number> = {};
      for (const { name, rows: of } of await tx.tables()) {
        counts[name] = (await of()).length;
      }
      return counts;
    });

  function expectUnavailable({
    status,
    headers,
    body,
    text,
  }: request.Response) {
    expect({ status, type: headers['content-type'], body }).toEqual({
      status: 503,
      type: 'application/problem+json; charset=utf-8',
      body: {
        type: 'about:blank',
        title: 'Service Unavailable',
        status: 503,
        code: 'unavailable',
        detail: expect.stringContaining('The database cannot be reached'),
        error: { name: 'ServiceUnavailableError', message: expect.any(String) },
      } satisfies Problem,
    });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(text).not.toMatch(/select|insert|artifact_|127\.0\.0\.1|\.ts:\d/i);
  }

  it('says of everything that it cannot be done now, and does it afterwards', async () => {
    await postgres.crash();
    const change = changeTo(1, 'new');
    const tries = () => [
      api.get(`/artifacts/${ID}`),
      api.get('/artifacts?search=lead'),
      api.get('/events?after=0'),
      api.post(`/artifacts/${ID}/commands`, change),
      api.post('/artifacts', creation('Another')),
    ];
    (await Promise.all(tries())).forEach(expectUnavailable);
    await postgres.restart();
    const answers = await Promise.all(tries());
    expect(answers.map(({ status }) => status)).toEqual([
      200, 200, 200, 200, 201,
    ]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['the server crashes', () => postgres.crash().then(postgres.restart)],
    [
      'its connections are terminated',
      () =>
        admin.raw(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename LIKE 'test_%'`,
        ),
    ],
  ])(
    'leaves nothing half written where %s in the middle of a transaction',
    async (_what, strike) => {
      const before = await rows();
      const commands = [
        // a transaction of several statements, and a statement of its own
        changeTo(1, 'a new content'),
        command({ type: 'rename', expectedSequence: 1, title: 'New' }),
      ];
      for (const [index, given] of commands.entries()) {
        const path = `/artifacts/${ID}/commands`;
        const sent = { ...given, expectedSequence: index + 1 };
        const stood = await rows();
        const locked = await admin.transaction();
        // the last table that is written to: all the rest is written by then
        await locked.raw('LOCK TABLE outbox_heads IN EXCLUSIVE MODE');
        const answer = api.post(path, sent).then(response => response);
        await waits();
        await Promise.all([strike(), answer.then(expectUnavailable)]);
        await locked.rollback().catch(() => undefined);
        expect(await rows()).toEqual(stood);
        const again = await api.post(path, sent).expect(200);
        expect(again.body.artifact.sequence).toBe(index + 2);
        const thrice = await api.post(path, sent).expect(200);
        expect(thrice.body).toEqual(again.body);
      }
      expect(await rows()).toMatchObject({
        artifact_events: before.artifact_events + 2,
        artifact_commands: before.artifact_commands + 2,
        outbox: before.outbox + 2,
      });
      expect(
        (await rebuildProjections(api.database, 'demo', 'all')).mended,
      ).toEqual([]);
    },
  );

  it('does every command once that writers repeat until it is taken', async () => {
    let stopped = false;
    let refused = 0;
    const acknowledged: { artifact: string; commandId: string }[] = [];
    const write = async (artifact: string) => {
      for (let sequence = 1; !stopped; sequence++) {
        const sent =
          sequence % 2
            ? changeTo(sequence, `content ${sequence}`)
            : command({
                type: 'comment',
                expectedSequence: sequence,
                text: 'Well',
              });
        let answer: request.Response;
        for (;;) {
          answer = await api.post(`/artifacts/${artifact}/commands`, sent);
          if (answer.status === 200) break;
          expectUnavailable(answer);
          refused++;
          await sleep(20);
        }
        expect(answer.body.artifact.sequence).toBe(sequence + 1);
        acknowledged.push({ artifact, commandId: sent.commandId });
      }
    };
    const ids = [ID, 'second', 'third', 'fourth'];
    for (const id of ids.slice(1)) {
      await api.post('/artifacts', { ...creation(id), id }).expect(201);
    }
    const writers = Promise.all(ids.map(write));
    for (let outage = 0; outage < 4; outage++) {
      await sleep(300);
      await postgres.crash();
      await sleep(100);
      await postgres.restart();
    }
    await sleep(300);
    stopped = true;
    await writers;

    expect(refused).toBeGreaterThan(0);
    for (const id of ids) {
      const events = await api.store.events('demo', id);
      expect(events.map(({ sequence }) => sequence)).toEqual(
        events.map((_, index) => index + 1),
      );
      expect(events.slice(1).map(({ commandId }) => commandId)).toEqual(
        acknowledged
          .filter(({ artifact }) => artifact === id)
          .map(({ commandId }) => commandId),
      );
    }
    expect(
      (await rebuildProjections(api.database, 'demo', 'all')).mended,
    ).toEqual([]);
  });

  /** Until a connection waits for a lock. */
  async function waits(): Promise<void> {
    for (;;) {
      const { rows: waiting } = await admin.raw(
        `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'`,
      );
      if (waiting.length) return;
      await sleep(10);
    }
  }
});
