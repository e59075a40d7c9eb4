import type { Logger } from 'pino';

/** Longer than this it hangs, and ends all the same. */
const MOST_MS = 25_000;

/** Runs `stop` once when the process is asked to end, then ends it. */
export function onShutdown(logger: Logger, stop: () => Promise<void>): void {
  const end = async (signal: NodeJS.Signals) => {
    logger.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), MOST_MS).unref();
    try {
      await stop();
      logger.info('stopped');
      process.exit(0);
    } catch (error) {
      logger.error({ err: error }, 'could not stop in order');
      process.exit(1);
    }
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void end(signal));
  }
}
