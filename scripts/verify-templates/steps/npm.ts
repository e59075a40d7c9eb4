import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { join } from 'node:path';
import { call } from '../call';
import type { Output, Step } from '../step';
import { CACHE } from '../tools/cached';
import { temporalPrograms } from './temporal';

const COPY = { recursive: true, verbatimSymlinks: true };

/** Installs what the output needs, or copies it where an output with the same needs was installed before. */
export const install: Step = {
  name: 'install',
  async run({ dir }) {
    const locked = existsSync(join(dir, 'package-lock.json'));
    const kept = join(CACHE, `modules-${needsOf(dir, locked)}`);
    const modules = join(dir, 'node_modules');
    if (existsSync(kept)) {
      cpSync(kept, modules, COPY);
      return 'from the cache';
    }
    await call('npm', [locked ? 'ci' : 'install', '--no-audit', '--no-fund'], {
      cwd: dir,
    });
    mkdirSync(CACHE, { recursive: true });
    cpSync(modules, `${kept}.${process.pid}`, COPY);
    renameSync(`${kept}.${process.pid}`, kept);
    return locked ? undefined : 'without a lock file';
  },
};

/** A digest of all packages, with their versions, that an output asks for. */
function needsOf(dir: string, locked: boolean): string {
  const read = (file: string) =>
    JSON.parse(readFileSync(join(dir, file), 'utf8')) as Record<string, object>;
  const { dependencies, devDependencies } = read('package.json');
  const needs = locked
    ? { ...read('package-lock.json').packages, '': null }
    : { dependencies, devDependencies };
  const hash = createHash('sha256').update(JSON.stringify(needs));
  return hash.digest('hex').slice(0, 16);
}

/** A script of the output's package.json; of one that tests, no test may be skipped. */
const script = (
  name: string,
  verb: string,
  envOf: (output: Output) => Promise<NodeJS.ProcessEnv> = async () => ({}),
): Step => ({
  name,
  async run(output) {
    const out = await call('npm', ['run', '--silent', verb], {
      cwd: output.dir,
      env: await envOf(output),
    });
    const count = (what: string) =>
      Number(new RegExp(`^(?:ℹ|#) ${what} (\\d+)$`, 'm').exec(out)?.[1] ?? 0);
    const skipped = count('skipped') + count('todo');
    if (skipped > 0) throw new Error(`${skipped} tests were skipped`);
    return count('pass') ? `${count('pass')} tests` : undefined;
  },
});

const database = async ({ databaseUrl }: Output) => ({
  DATABASE_URL: databaseUrl,
});

export const compile = script('compile', 'types');
export const lint = script('lint', 'lint');
export const unit = script('unit tests', 'test:unit');
export const integration = script(
  'integration tests',
  'test:integration',
  database,
);

/** Every path of a compiled drawing, on the server that skips time. */
export const processTests = script(
  'paths of the drawing',
  'test:process',
  temporalPrograms,
);
/** The API of a process, with the worker and a real Temporal. */
export const processIntegration = script(
  'integration tests',
  'test:integration',
  temporalPrograms,
);
