import { DefaultLogger, Runtime, type LogEntry } from '@temporalio/worker';
import { CONTROLLER_NAME, CONTROLLER_TYPE } from '../api/service.ts';

/** A JSON object a line, as the API writes it. */
const write = ({ level, message, timestampNanos, meta }: LogEntry) =>
  process.stdout.write(
    `${JSON.stringify({
      level: level.toLowerCase(),
      time: new Date(Number(timestampNanos / 1_000_000n)).toISOString(),
      controller_type: CONTROLLER_TYPE,
      controller_name: CONTROLLER_NAME,
      ...meta,
      ...(meta?.error instanceof Error && { error: meta.error.stack }),
      msg: message,
    })}\n`,
  );

/**
 * How all workers of this process log, and where they tell what they measure:
 * METRICS_ADDRESS is host and port for Prometheus; without it they do not.
 */
export function installRuntime(): DefaultLogger {
  const { LOG_LEVEL = 'info', METRICS_ADDRESS } = process.env;
  const logger = new DefaultLogger(
    LOG_LEVEL.toUpperCase() as DefaultLogger['level'],
    write,
  );
  Runtime.install({
    logger,
    telemetryOptions: {
      logging: { forward: {} },
      ...(METRICS_ADDRESS && {
        metrics: { prometheus: { bindAddress: METRICS_ADDRESS } },
      }),
    },
  });
  return logger;
}
