import knexFactory, { type Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { mockServices } from '@backstage/backend-test-utils';
import { append } from '../plugins/transformation-backend/src/artifacts/append';
import { stateAt } from '../plugins/transformation-backend/src/artifacts/snapshots';
import type { ArtifactState } from '../plugins/transformation-backend/src/artifacts/state';
import { createArtifactStore } from '../plugins/transformation-backend/src/artifacts/store';
import { openDatabase } from '../plugins/transformation-backend/src/database/database';
import { factoryKinds } from '../plugins/transformation-backend/src/kinds';
import type { EventOf } from '../plugins/transformation-common/src';
import type { PostgresEngine } from '../scripts/torture/engine';
import { median, medianOf, rounded, type Figure } from './figures';
import { emmettStream } from './store-emmett';
import { inPairs } from './twins-speed';

const AUTHOR = { tenant: 'bench', userEntityRef: 'user:bench/ada' };
const ID = 'stream';

/** Appends that are timed together. */
const APPENDS = 200;

/** The last event before a snapshot is the one that most have to be read for. */
const EVENTS = 1_099;
const LOADS = 20;

/** Appending to a stream and loading it, beside bare INSERTs and beside Emmett. */
export async function streams(engine: PostgresEngine): Promise<Figure[]> {
  await engine.createDatabase();
  const knex = knexFactory({ ...engine.connection, pool: { max: 10 } });
  const database = await openDatabase(mockServices.database({ knex }));
  const store = createArtifactStore({
    database,
    kinds: new Map(factoryKinds.map(kind => [kind.kind, kind])),
    entityExists: async () => true,
  });
  await store.create(AUTHOR, {
    commandId: uuidv7(),
    kind: 'markdown',
    id: ID,
    title: 'A stream',
    content: '# A stream\n',
  });
  const load = (sequence: number) =>
    database.inTenant(AUTHOR.tenant, tx => stateAt(tx, ID, sequence));
  let state = (await load(1))!;
  const one = async () => {
    state = await append(database, AUTHOR.tenant, state, [said(state)], {
      requestDigest: 'd'.repeat(64),
      cause: { correlationId: ID, causationId: ID },
    });
  };
  const bare = await bareInserts(knex);
  const emmett = await emmettStream(engine);
  try {
    const overInsert = await inPairs(timed(APPENDS, bare), timed(APPENDS, one));
    const overEmmett = await inPairs(
      timed(APPENDS, emmett.append),
      timed(APPENDS, one),
    );
    while (state.sequence < EVENTS) await one();
    await emmett.fill(EVENTS);
    const ours: number[] = [];
    const loadRatios = await inPairs(
      timed(LOADS, async () => void (await load(EVENTS)), ours),
      timed(LOADS, emmett.load),
    );
    return [
      medianOf('append_over_insert', overInsert, '>= 0.7'),
      medianOf('append_over_emmett', overEmmett, '>= 1'),
      {
        name: 'load_1000_ms',
        value: rounded(median(ours)),
        unit: 'ms',
        goal: '<= 100',
      },
      medianOf('load_over_emmett', loadRatios, '<= 1'),
    ];
  } finally {
    await emmett.close();
    await knex.destroy();
  }
}

/** Milliseconds that the work takes once, by doing it several times. */
function timed(
  times: number,
  work: () => Promise<void>,
  seen: number[] = [],
): () => Promise<number> {
  return async () => {
    const start = performance.now();
    for (let n = 0; n < times; n++) await work();
    const ms = (performance.now() - start) / times;
    seen.push(ms);
    return ms;
  };
}

const said = ({ sequence }: ArtifactState): EventOf<'comment-added'> => ({
  type: 'comment-added',
  artifactId: ID,
  sequence: sequence + 1,
  commandId: uuidv7(),
  at: new Date().toISOString(),
  by: AUTHOR.userEntityRef,
  data: { text: 'What is said of a drawing is about so long.' },
});

/** The rows that an append writes, into tables of the same columns and keys, in a transaction. */
async function bareInserts(knex: Knex): Promise<() => Promise<void>> {
  const tables = [
    'artifact_events',
    'artifact_commands',
    'artifacts',
    'outbox',
  ];
  const rows: Record<string, object> = {};
  await knex.transaction(async trx => {
    await trx.raw(`SELECT set_config('app.tenant_id', ?, true)`, [
      AUTHOR.tenant,
    ]);
    for (const table of tables) rows[table] = await trx(table).first();
  });
  for (const table of tables) {
    await knex.raw(`CREATE TABLE ?? (LIKE ?? INCLUDING ALL)`, [
      `bare_${table}`,
      table,
    ]);
  }
  let nth = 0;
  return async () => {
    nth += 1;
    const keys: Record<string, object> = {
      artifact_events: { sequence: nth },
      artifact_commands: { command_id: uuidv7() },
      artifacts: { id: `artifact-${nth}` },
      outbox: { position: nth },
    };
    await knex.transaction(async trx => {
      for (const table of tables) {
        await trx(`bare_${table}`).insert({ ...rows[table], ...keys[table] });
      }
    });
  };
}
