import { createHash } from 'node:crypto';
import knexFactory from 'knex';
import { apply } from '../plugins/transformation-backend/src/artifacts/fold';
import { rowOfState } from '../plugins/transformation-backend/src/artifacts/projection';
import type { Engine } from '../scripts/torture/engine';

export const ARTIFACTS = 100_000;

/** Words of each artifact beside those of its title, of so many that there are. */
const WORDS = 40;
const VOCABULARY = 20_000;

/** The words by how common they are; no two of them begin alike, as those of a language seldom do. */
export const wordOf = (rank: number) =>
  createHash('md5').update(`${rank}`).digest('hex').slice(0, 8);

const SEEDED = 'ARTIFACT_NUMBER';

/** Artifacts of the tenant `demo` as commands would have left them, made by the database itself. */
export async function seedArtifacts(engine: Engine): Promise<void> {
  const knex = knexFactory(engine.connection);
  const state = apply(undefined, {
    type: 'artifact-created',
    artifactId: `artifact-${SEEDED}`,
    sequence: 1,
    commandId: '01990000-0000-7000-8000-000000000000',
    at: '2026-11-01T10:00:00.000Z',
    by: 'user:demo/ada',
    data: {
      kind: 'markdown',
      title: `Artifact ${SEEDED}`,
      owner: 'user:demo/ada',
      digest: 'd'.repeat(64),
    },
  });
  const row = rowOfState(state);
  const columns = Object.keys(row);
  const cell = (value: unknown) =>
    typeof value === 'string' && value.includes(SEEDED)
      ? knex.raw(`replace(?, '${SEEDED}', n::text)`, [value])
      : knex.raw('?', [value as string]);
  try {
    await knex.transaction(async trx => {
      await trx.raw(`SELECT set_config('app.tenant_id', 'demo', true)`);
      const names = columns.map(() => '??').join();
      await trx(trx.raw(`artifacts (tenant, ${names})`, columns)).insert(
        trx
          .select([trx.raw(`'demo'`), ...Object.values(row).map(cell)])
          .from(trx.raw(`generate_series(1, ${ARTIFACTS}) AS n`)),
      );
      await trx.raw(
        `INSERT INTO artifact_texts (tenant, artifact_id, digest, summary, text)
         SELECT 'demo', 'artifact-' || n, '${'d'.repeat(
           64,
         )}', 'An artifact', 'What it says'
         FROM generate_series(1, ${ARTIFACTS}) AS n`,
      );
      await trx.raw(
        `INSERT INTO artifact_words (tenant, artifact_id, word, place)
         SELECT 'demo', 'artifact-' || n, 'artifact', 0 FROM generate_series(1, ${ARTIFACTS}) AS n
         UNION ALL SELECT 'demo', 'artifact-' || n, n::text, 0 FROM generate_series(1, ${ARTIFACTS}) AS n
         UNION ALL SELECT DISTINCT 'demo', 'artifact-' || n, left(md5(floor(power(random(), 3) * ${VOCABULARY})::int::text), 8), 3
         FROM generate_series(1, ${ARTIFACTS}) AS n, generate_series(1, ${WORDS})`,
      );
    });
    // what the server does by itself, but some minutes later
    await knex.raw('VACUUM ANALYZE');
  } finally {
    await knex.destroy();
  }
}
