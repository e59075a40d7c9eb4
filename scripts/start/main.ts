import { startFactory } from './factory';
import { readSettings } from '../factory/paths';
import { runScript } from '../factory/problem';

void runScript(async () => {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => stop.abort());
  }
  const factory = await startFactory(readSettings(), stop.signal);
  if (!factory) return 0;
  process.stdout.write(`\nReady: ${factory.url}\n`);
  const code = await factory.ended;
  return code;
});
