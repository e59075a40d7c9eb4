// What this project adds to Temporal's workers and clients. This file is yours: recompiling never touches it.
import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import type { WorkerOptions } from '@temporalio/worker';
import { logTrace } from './telemetry/logTrace.ts';

/**
 * How data are written: `payloadCodecs` encrypt or compress what Temporal keeps. The API reads it here too; whoever else
 * starts or asks instances needs it as well.
 */
export const dataConverter: DataConverter | undefined = undefined;

/** Spans are made where they can be sent to, and nothing of OpenTelemetry is loaded elsewhere. */
const spans = process.env.OTEL_EXPORTER_OTLP_ENDPOINT
  ? await import('./telemetry/spans.ts')
  : undefined;

/** Everything else that a worker takes, over what platform/worker.gen.ts sets: plugins, sinks, tuning, shutdownGraceTime. */
export const options: Partial<WorkerOptions> = {
  interceptors: {
    activity: [logTrace, ...(spans ? [spans.spanOfActivity] : [])],
    workflowModules: [
      fileURLToPath(new URL('./telemetry/carryTrace.ts', import.meta.url)),
    ],
  },
};

/** Sends what is left of the spans. */
export const stopSpans = spans?.stopSpans;
