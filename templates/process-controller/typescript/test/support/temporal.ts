import { fileURLToPath } from 'node:url';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  DefaultLogger,
  Runtime,
  type ActivityInterceptorsFactory,
} from '@temporalio/worker';
import {
  ARTIFACT_KEY,
  TENANT_KEY,
} from '../../src/api/temporal/searchAttributes.ts';
import { deployment } from '../../src/deployment.gen.ts';
import { options } from '../../src/options.ts';
import { deploy } from '../../src/platform/deploy.gen.ts';
import { createWorker } from '../../src/platform/create-worker.gen.ts';
import { traceOf } from '../../src/telemetry/traceparent.ts';
import { ensureSearchAttribute } from '../../src/platform/search-attribute.gen.ts';

/** A development server of Temporal, with the worker of this project. */
export interface TestTemporal {
  address: string;
  /** The trace of each job, in their order. */
  traces: (string | undefined)[];
  stop(): Promise<void>;
}

/**
 * @param activities - by job type
 */
export async function startTemporal(activities: object): Promise<TestTemporal> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const env = await startServer();
  const namespace = 'default';
  const traces: (string | undefined)[] = [];
  const seeTrace: ActivityInterceptorsFactory = () => ({
    inbound: {
      execute(input, next) {
        traces.push(traceOf(input.headers)?.traceId);
        return next(input);
      },
    },
  });
  await ensureSearchAttribute(env.nativeConnection, namespace);
  const worker = await createWorker(
    env.nativeConnection,
    {
      deployment,
      activities,
      options: {
        interceptors: {
          ...options.interceptors,
          activity: [...(options.interceptors?.activity ?? []), seeTrace],
        },
      },
      workflowsPath: fileURLToPath(
        new URL('../../src/workflows.gen.ts', import.meta.url),
      ),
    },
    { namespace, taskQueue: deployment.name, version: undefined },
  );
  const ended = worker.run();
  await deploy(env.client, deployment);
  return {
    address: env.address,
    traces,
    async stop() {
      worker.shutdown();
      await ended;
      await env.teardown();
    },
  };
}

/** TEMPORAL_CLI_PATH names an executable that is there already; else the SDK downloads one. */
export function startServer(): Promise<TestWorkflowEnvironment> {
  const path = process.env.TEMPORAL_CLI_PATH;
  return TestWorkflowEnvironment.createLocal({
    server: {
      searchAttributes: [TENANT_KEY, ARTIFACT_KEY],
      ...(path && { executable: { type: 'existing-path', path } }),
    },
  });
}
