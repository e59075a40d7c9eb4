import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { Child } from '../factory/child';
import { signIn } from '../factory/person';
import { waitFor } from '../factory/waitFor';
import { backendReady, startBackend, urlOf } from '../start/backend';
import { consume } from './consumer';
import { postgresEngine, sqliteEngine } from './engine';
import { judge, judgeProjections, type Verdict } from './oracle';
import { randomOf } from './random';
import { underLoad } from './underLoad';
import { SHARED, write, type Desk } from './writer';

/** What a run is asked for. */
export interface TortureOptions {
  kills: number;
  seed: number;
  engine: 'sqlite' | 'postgres';
}

const WRITERS = 6;

/** How a run went. */
export interface TortureReport {
  verdicts: Verdict[];
  acknowledged: number;
  /** Kills that hit at least one command on its way. */
  hits: number;
}

/** Kills a real backend while clients write to it, and compares what they were told with what it kept. */
export async function torture(options: TortureOptions): Promise<TortureReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ameide-torture-'));
  const engine =
    options.engine === 'postgres'
      ? await postgresEngine()
      : await sqliteEngine(dataDir);
  const settings = await underLoad(engine, dataDir);
  let backend: Child = startBackend(settings);
  const random = randomOf(options.seed);
  const desk: Desk = {
    acknowledged: [],
    inFlight: new Set(),
    stopping: false,
  };
  let hits = 0;
  try {
    await backendReady(backend, settings);
    const ada = await waitFor(
      'The sign-in',
      () => signIn(urlOf(settings), 'user:demo/ada'),
      { seconds: 60 },
    );
    for (const id of SHARED) {
      await ada.api.createArtifact({
        commandId: uuidv7(),
        id,
        title: id,
        kind: 'markdown',
        content: '# A text\n',
      });
    }
    const writers = Array.from({ length: WRITERS }, (_, n) =>
      write(ada, desk, randomOf(options.seed + n + 1)),
    );
    const consumer = consume(ada, desk);
    const all = Promise.all([...writers, consumer]);
    all.catch(() => undefined);
    for (let kill = 1; kill <= options.kills; kill++) {
      const before = desk.acknowledged.length;
      await waitFor(
        'Writers at work',
        async () => desk.acknowledged.length > before + 5 || undefined,
        { seconds: 120, everyMs: 5 },
      );
      await sleep(random() * 300);
      if (desk.inFlight.size) hits++;
      backend.process.kill('SIGKILL');
      process.stdout.write(
        `kill ${kill}: ${desk.inFlight.size} command(s) on their way, ${desk.acknowledged.length} acknowledged so far\n`,
      );
      await backend.stop();
      backend = startBackend(settings);
      await backendReady(backend, settings);
    }
    const before = desk.acknowledged.length;
    await waitFor(
      'Writers at work after the last kill',
      async () => desk.acknowledged.length > before + 20 || undefined,
      { seconds: 120, everyMs: 20 },
    );
    desk.stopping = true;
    const results = await all;
    const verdicts = await judge(ada, desk.acknowledged, results[WRITERS]!);
    await backend.stop();
    verdicts.push(await judgeProjections(engine, 'demo'));
    return { verdicts, acknowledged: desk.acknowledged.length, hits };
  } finally {
    await backend.stop();
    await engine.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
