import { createHash } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { startChild } from '../factory/child';
import { logOf, ROOT, type Settings } from '../factory/paths';
import { Problem } from '../factory/problem';

const SOURCES = [
  'packages/app',
  'plugins/transformation',
  'plugins/transformation-common',
];
const DIST = join(ROOT, 'packages', 'app', 'dist');
const STAMP = join(DIST, '.built-from');

/** Whether the page has to be built: something that it is made of has changed. */
export function appIsStale(): boolean {
  return (
    !existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== digestOfSources()
  );
}

/** Builds the page; the backend serves it. */
export async function buildApp(settings: Settings): Promise<void> {
  const digest = digestOfSources();
  const child = startChild('backstage-cli', ['package', 'build'], {
    cwd: join(ROOT, 'packages', 'app'),
    log: logOf(settings, 'build-app'),
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const code = await new Promise(resolve =>
    child.process.once('close', resolve),
  );
  if (code !== 0) {
    throw new Problem(`The page could not be built:\n${child.lastLines()}`);
  }
  writeFileSync(STAMP, digest);
}

function digestOfSources(): string {
  const hash = createHash('sha256').update(
    readFileSync(join(ROOT, 'yarn.lock')),
  );
  for (const source of SOURCES) {
    const dir = join(ROOT, source);
    for (const part of ['package.json', 'src', 'public']) {
      addTo(hash, join(dir, part));
    }
  }
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  if (!existsSync(path) || /\.test\.tsx?$|__testUtils__$/.test(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
    return;
  }
  hash.update(path.slice(ROOT.length)).update(readFileSync(path));
}
