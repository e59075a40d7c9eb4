import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild, type Child } from '../scripts/factory/child';
import { ROOT } from '../scripts/factory/paths';
import { freePort } from '../scripts/factory/ports';
import { waitFor } from '../scripts/factory/waitFor';
import { median, rounded, type Figure } from './figures';
import { processTree } from './processTree';
import { stockApp } from './stockApp';

const RUNS = 3;
/** Time after which the memory of a backend that nobody uses is read, in milliseconds. */
const SETTLED_MS = 10_000;

interface Measured {
  seconds: number;
  /** Of the backend's process, in mebibytes. */
  backend: number;
}

/**
 * Seconds from the warm start to ready and memory of the backend, each as a
 * ratio to the stock app of the same release, started in turn with it.
 */
export async function start(): Promise<Figure[]> {
  const stock = await stockApp();
  const dataDir = mkdtempSync(join(tmpdir(), 'ameide-bench-'));
  const ours: Measured[] = [];
  const theirs: Measured[] = [];
  try {
    // the first start of both builds and seeds what later ones find
    for (let run = -1; run < RUNS; run++) {
      const our = await startFactory(dataDir);
      const their = await startStock(stock, dataDir);
      if (run < 0) continue;
      ours.push(our);
      theirs.push(their);
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  const of = (all: Measured[], what: keyof Measured) =>
    median(all.map(one => one[what]));
  return [
    {
      name: 'factory, npm start to Ready',
      value: rounded(of(ours, 'seconds')),
      unit: 's',
    },
    {
      name: 'stock app, yarn start to ready',
      value: rounded(of(theirs, 'seconds')),
      unit: 's',
    },
    {
      name: 'start, factory / stock',
      value: rounded(of(ours, 'seconds') / of(theirs, 'seconds')),
      unit: '',
      goal: '<= 1.25',
    },
    {
      name: 'factory, memory of the backend',
      value: rounded(of(ours, 'backend')),
      unit: 'MiB',
    },
    {
      name: 'stock app, memory of the backend',
      value: rounded(of(theirs, 'backend')),
      unit: 'MiB',
    },
    {
      name: 'memory, factory / stock',
      value: rounded(of(ours, 'backend') / of(theirs, 'backend')),
      unit: '',
      goal: '<= 1.3',
    },
  ];
}

async function startFactory(dataDir: string): Promise<Measured> {
  const port = await freePort();
  const log = join(dataDir, 'logs', `factory-${port}.log`);
  const child = startChild('npm', ['start'], {
    cwd: ROOT,
    log,
    env: {
      ...process.env,
      AMEIDE_DATA: join(dataDir, 'factory'),
      AMEIDE_PORT: String(port),
      AMEIDE_TEMPORAL_PORT: String(await freePort()),
    },
    graceMs: 40_000,
  });
  return measure(
    child,
    async () => /^Ready: /m.test(child.lastLines()) || undefined,
    /packages\/backend\/src\/index/,
  );
}

async function startStock(dir: string, dataDir: string): Promise<Measured> {
  const [page, port] = [await freePort(), await freePort()];
  const child = startChild('yarn', ['start'], {
    cwd: dir,
    log: join(dataDir, 'logs', `stock-${port}.log`),
    env: {
      ...process.env,
      PATH: `${join(dir, '..', 'bin')}:${process.env.PATH}`,
      GITHUB_TOKEN: 'none',
      APP_CONFIG_app_baseUrl: `http://localhost:${page}`,
      APP_CONFIG_backend_baseUrl: `http://localhost:${port}`,
      APP_CONFIG_backend_listen: `127.0.0.1:${port}`,
    },
  });
  const answers = async () => {
    const ready = await fetch(
      `http://localhost:${port}/.backstage/health/v1/readiness`,
    );
    const html = await fetch(`http://localhost:${page}`);
    return (ready.ok && html.ok) || undefined;
  };
  return measure(child, answers, /nodeTransform\.cjs src\/index/);
}

/** Ends from the leaves up: a parent that is asked first may leave its children behind. */
async function end(child: Child): Promise<void> {
  const tree = processTree(child.process.pid!).reverse();
  // the script that knows how to stop all the factory's parts in their order
  const starter = tree.find(({ command }) =>
    /scripts\/start\/main\.ts$/.test(command),
  );
  for (const { pid } of starter ? [starter] : tree) {
    try {
      process.kill(pid, 'SIGTERM');
    } catch {
      // it ended with the one before
    }
  }
  await waitFor('The end', async () => child.ended() || undefined, {
    seconds: 60,
  });
  await child.stop();
}

async function measure(
  child: Child,
  ready: () => Promise<true | undefined>,
  backendCommand: RegExp,
): Promise<Measured> {
  const started = Date.now();
  try {
    await waitFor(`The start (${child.log})`, ready, {
      seconds: 240,
      everyMs: 50,
    });
    const seconds = (Date.now() - started) / 1000;
    await new Promise(resolve => setTimeout(resolve, SETTLED_MS));
    const backends = processTree(child.process.pid!).filter(({ command }) =>
      backendCommand.test(command),
    );
    return {
      seconds,
      backend: Math.max(0, ...backends.map(({ mebibytes }) => mebibytes)),
    };
  } finally {
    await end(child);
  }
}
