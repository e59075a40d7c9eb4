import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresEngine } from '../scripts/torture/engine';
import { step } from '../scripts/factory/step';
import type { Figure } from './figures';
import { seedArtifacts } from './store-seed';
import { served } from './store-served';
import { streams } from './store-streams';

/** The artifact store on PostgreSQL: its streams beside others, and a backend that serves many artifacts. */
export async function store(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ameide-bench-store-'));
  const engine = await postgresEngine();
  try {
    const figures = await step('Streams', () => streams(engine));
    await step('100,000 artifacts', () => seedArtifacts(engine));
    return [...figures, ...(await served(engine, dataDir))];
  } finally {
    await engine.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
