// The worker: `node src/worker.ts`. This file is yours: recompiling never touches it.
import { fileURLToPath } from 'node:url';
import * as activities from './activities.ts';
import { deployment, jobElements } from './deployment.gen.ts';
import { byJobType } from './jobs.gen.ts';
import { dataConverter, options, stopSpans } from './options.ts';
import { startWorker } from './platform/worker.gen.ts';
import { policies } from './policies.ts';
import { installRuntime } from './telemetry/runtime.ts';

const logger = installRuntime();
const { ended } = await startWorker({
  deployment,
  jobElements,
  policies,
  activities: byJobType(activities),
  workflowsPath: pathOf('./workflows.gen.ts'),
  options: { dataConverter, ...options },
});
logger.info('Worker ready');
await ended;
await stopSpans?.();

function pathOf(module: string): string {
  return fileURLToPath(new URL(module, import.meta.url));
}
