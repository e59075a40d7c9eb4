import { startServer } from '../packages/bpmn-temporal/scripts/twins/server';
import type { Figure } from './figures';
import { beside } from './twins-beside';
import { histories } from './twins-histories';
import { replay } from './twins-replay';
import { asItComes, throughput } from './twins-speed';

/** Compiled drawings beside workflows by hand, on the in-memory dev server. */
export async function twins(): Promise<Figure[]> {
  const environment = await startServer();
  try {
    const figures: Figure[] = [];
    for (const part of [histories, throughput, replay, asItComes, beside]) {
      const start = Date.now();
      figures.push(...(await part(environment)));
      const seconds = ((Date.now() - start) / 1000).toFixed(1);
      process.stderr.write(`${part.name}: ${seconds} s\n`);
    }
    return figures;
  } finally {
    await environment.teardown();
  }
}
