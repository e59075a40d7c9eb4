import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LOADER, ROOT } from '../factory/paths';
import { temporalCli, temporalTestServer } from '../temporal/binaries';
import {
  countsOfJest,
  countsOfLastLine,
  countsOfNodeTest,
  none,
  type Counts,
} from './counts';
import { startPostgres } from './postgres';
import { run } from './run';
import { versitygw } from './versitygw';

/** A part of `npm test`. */
export interface Stage {
  name: string;
  run(): Promise<Counts>;
}

const REPORTS = join(ROOT, '.cache', 'test');

/** A check that has no tests of its own counts as one. */
function check(name: string, program: string, args: string[]): Stage {
  return {
    name,
    async run() {
      const { code } = await run(program, args);
      return code === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 };
    },
  };
}

/** All unit and integration tests, with a real Temporal, a real PostgreSQL and a real S3 server. */
const jest: Stage = {
  name: 'unit and integration tests',
  async run() {
    mkdirSync(REPORTS, { recursive: true });
    const report = join(REPORTS, 'jest.json');
    rmSync(report, { force: true });
    const [cli, testServer, s3, postgres] = await Promise.all([
      temporalCli(),
      temporalTestServer(),
      versitygw(),
      startPostgres(),
    ]);
    try {
      const { code } = await run(
        'backstage-cli',
        ['repo', 'test', '--maxWorkers=2', '--json', `--outputFile=${report}`],
        {
          CI: 'true',
          TEMPORAL_CLI_PATH: cli,
          TEMPORAL_TEST_SERVER_PATH: testServer,
          ...(s3 && { VERSITYGW_PATH: s3 }),
          BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING:
            postgres.connectionString,
        },
      );
      const counts = countsOfJest(report);
      return code !== 0 && counts.failed === 0
        ? { ...counts, failed: 1 }
        : counts;
    } finally {
      await postgres.stop();
    }
  },
};

/** The whole factory in processes of its own, by its HTTP API and in a browser. */
const factory: Stage = {
  name: 'the running factory',
  async run() {
    const { code, output } = await run(process.execPath, [
      '--require',
      LOADER,
      '--test',
      '--test-isolation=none',
      '--test-reporter=spec',
      join(ROOT, 'scripts', 'test', 'factory', 'factory.test.ts'),
    ]);
    const counts = countsOfNodeTest(output);
    return code !== 0 && counts.failed === 0
      ? { ...counts, failed: 1 }
      : counts;
  },
};

/** A script of ours whose last line says how many passed. */
function script(name: string, path: string, args: string[]): Stage {
  return {
    name,
    async run() {
      const file = join(ROOT, 'scripts', path);
      const { code, output } = await run(process.execPath, [
        ...['--require', LOADER, file],
        ...args,
      ]);
      const counts = countsOfLastLine(output);
      return code !== 0 && counts.failed === 0
        ? { ...counts, failed: 1 }
        : counts;
    },
  };
}

/** All outputs lightly, and one, another each day, as it would be built. */
const templates = script('what templates make', 'verify-templates/main.ts', [
  '--part',
]);

/** A real backend that is killed while it is written to; a short run, `npm run torture:store` makes longer ones. */
const torture = script('a backend that is killed', 'torture/main.ts', [
  '--kills=2',
  '--engine=postgres',
]);

export const STAGES: Record<string, Stage> = {
  types: check('types', 'tsc', ['--noEmit']),
  lint: check('lint', 'backstage-cli', ['repo', 'lint', '--max-warnings=0']),
  format: check('format', 'prettier', ['--check', '--log-level=warn', '.']),
  unit: jest,
  factory,
  templates,
  torture,
};

/** The names of stages that `args` asks for; all where it asks for none. */
export function chooseStages(args: string[]): string[] {
  const unknown = args.filter(name => !(name in STAGES));
  if (unknown.length) {
    throw new Error(
      `There is no stage ${unknown.join(', ')}; there are ${Object.keys(
        STAGES,
      ).join(', ')}`,
    );
  }
  return args.length ? args : Object.keys(STAGES);
}
