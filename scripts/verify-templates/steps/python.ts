import { call } from '../call';
import type { Output, Step } from '../step';
import { withUv } from '../tools/uv';
import { liveTokens } from './liveTokens';
import { temporalPrograms } from './temporal';

/** A verb of the Makefile of an output in Python, which needs uv; of one that tests, no test may be skipped. */
export const makePython = (
  name: string,
  verb: string,
  envOf: (
    output: Output,
  ) => NodeJS.ProcessEnv | Promise<NodeJS.ProcessEnv> = () => ({}),
): Step => ({
  name,
  async run(output) {
    const out = await call('make', [verb], {
      cwd: output.dir,
      env: {
        ...(await withUv()),
        ...(await envOf(output)),
      },
    });
    const count = (what: string) =>
      Number(new RegExp(`\\b(\\d+) ${what}`).exec(out)?.[1] ?? 0);
    const skipped = ['skipped', 'deselected', 'xfailed', 'xpassed']
      .map(count)
      .reduce((sum, number) => sum + number);
    if (skipped > 0) throw new Error(`${skipped} tests were skipped`);
    return count('passed') ? `${count('passed')} tests` : undefined;
  },
});

/** uv keeps what it has fetched once, so that the second output takes a second. */
export const installPython = makePython('install', '.venv');
export const compilePython = makePython('compile', 'types');
export const lintPython = makePython('lint', 'lint');
export const unitPython = makePython('unit tests', 'test-unit');
export const integrationPython = makePython(
  'integration tests',
  'test-integration',
  ({ databaseUrl }) => ({ DATABASE_URL: databaseUrl }),
);

/** How a process in Python is tested; its tests have no database. */
export const pythonProcess = {
  paths: makePython('paths of the drawing', 'test-paths', temporalPrograms),
  integration: makePython(
    'integration tests',
    'test-integration',
    temporalPrograms,
  ),
  liveTokens: liveTokens(['.venv/bin/python', '-m', 'worker.main'], {
    PYTHONPATH: 'src:.',
  }),
};
