import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { TOOLS } from '../../factory/paths';
import { call } from '../call';
import type { Step } from '../step';

/** Installs what the lock file says, or copies it where an output with the same one was installed before. */
export const install: Step = {
  name: 'install',
  async run({ dir }) {
    const { packages } = JSON.parse(
      readFileSync(join(dir, 'package-lock.json'), 'utf8'),
    ) as { packages: Record<string, object> };
    const digest = createHash('sha256')
      .update(JSON.stringify({ ...packages, '': null }))
      .digest('hex')
      .slice(0, 16);
    const kept = join(TOOLS, 'verify', `modules-${digest}`);
    const modules = join(dir, 'node_modules');
    if (existsSync(kept)) {
      cpSync(kept, modules, { recursive: true, verbatimSymlinks: true });
      return 'from the cache';
    }
    await call('npm', ['ci', '--no-audit', '--no-fund'], { cwd: dir });
    mkdirSync(join(TOOLS, 'verify'), { recursive: true });
    cpSync(modules, `${kept}.${process.pid}`, {
      recursive: true,
      verbatimSymlinks: true,
    });
    renameSync(`${kept}.${process.pid}`, kept);
    return undefined;
  },
};

/** A script of the output's package.json. */
const script = (name: string, ...args: string[]): Step => ({
  name,
  async run({ dir, databaseUrl }) {
    const out = await call('npm', ['run', '--silent', ...args], {
      cwd: dir,
      env: { DATABASE_URL: databaseUrl },
    });
    const count = (what: string) =>
      Number(new RegExp(`^(?:ℹ|#) ${what} (\\d+)$`, 'm').exec(out)?.[1] ?? 0);
    if (count('skipped') + count('todo') > 0) {
      throw new Error(`${count('skipped') + count('todo')} tests were skipped`);
    }
    return count('pass') ? `${count('pass')} tests` : undefined;
  },
});

export const compile = script('compile', 'types');
export const lint = script('lint', 'lint');
export const unit = script('unit tests', 'test:unit');
export const integration = script('integration tests', 'test:integration');
