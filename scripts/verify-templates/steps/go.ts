import { call } from '../call';
import type { Output, Step } from '../step';
import { liveTokens } from './liveTokens';
import { make } from './make';
import { temporalPrograms } from './temporal';

const go = async (args: string[], { dir }: Output, env?: NodeJS.ProcessEnv) =>
  call('go', args, { cwd: dir, env });

/** Fetches the modules, which Go keeps for the next output, and holds them against their checksums. */
const install: Step = {
  name: 'install',
  async run(output) {
    await go(['mod', 'download'], output);
    await go(['mod', 'verify'], output);
  },
};

/** Everything compiles, with neither more nor less than go.mod and go.sum have. */
const compile: Step = {
  name: 'compile',
  async run(output) {
    await go(['build', './...'], output);
    await go(['vet', './...'], output);
    await go(['mod', 'tidy', '-diff'], output);
  },
};

/** Tests of some packages, of which none may be skipped. */
const test = (
  name: string,
  packages: string,
  envOf: (
    output: Output,
  ) => NodeJS.ProcessEnv | Promise<NodeJS.ProcessEnv> = () => ({}),
): Step => ({
  name,
  async run(output) {
    const out = await go(
      ['test', '-count=1', '-v', packages],
      output,
      await envOf(output),
    );
    const count = (verdict: string) =>
      out.match(new RegExp(`^ *--- ${verdict}: `, 'gm'))?.length ?? 0;
    if (count('SKIP') > 0) throw new Error(`${count('SKIP')} were skipped`);
    if (count('PASS') === 0) throw new Error('There is no test');
    return `${count('PASS')} tests`;
  },
});

/** How a process in Go is tested; its tests have no database. */
export const goProcess = {
  paths: test('paths of the drawing', './test/paths/...', temporalPrograms),
  integration: test(
    'integration tests',
    './test/integration/...',
    temporalPrograms,
  ),
  liveTokens: liveTokens(['go', 'run', './cmd/worker']),
};

/** How a service in Go is installed, compiled and tested. */
export const goService = {
  install,
  compile,
  lint: make('lint', 'lint'),
  unit: test('unit tests', './internal/...'),
  integration: test('integration tests', './test/...', ({ databaseUrl }) => ({
    DATABASE_URL: databaseUrl,
  })),
};
