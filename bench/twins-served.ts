import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { compileProject } from '../packages/bpmn-temporal/scripts/twins/project';
import type { Compiled } from '../packages/bpmn-temporal/scripts/twins/project';
import { bundle } from '../packages/bpmn-temporal/scripts/twins/serve';
import {
  eagerStart,
  startsEagerly,
} from '../packages/bpmn-temporal/src/platform/eager';
import { startWorker } from '../packages/bpmn-temporal/src/platform/worker';
import { ROOT } from '../scripts/factory/paths';

/** Something that runs instances. */
export interface Served {
  /** Starts an instance and waits for its end. */
  run(client?: Client): Promise<void>;
  /** The client in the worker's own process; undefined for one that the SDK makes by default. */
  readonly inProcess?: Client;
  stop(): Promise<void>;
}

const twins = join(ROOT, 'packages', 'bpmn-temporal', 'twins');

/** What the jobs of the measured drawings do. */
const activities = { 'things.do': async () => ({ done: true }) };

const local = `export const policies: Record<string, object> = {
  'things.do': { local: true, startToCloseTimeout: '1 second' },
};
`;

let instances = 0;

function runner(client: Client, workflowType: string, taskQueue: string) {
  return async (by: Client = client) => {
    instances += 1;
    await by.workflow.execute(workflowType, {
      workflowId: `${taskQueue}-${instances}`,
      taskQueue,
      args: [{ thing: 'it' }],
      ...eagerStart(by),
    });
  };
}

/** The compiled drawing, bundled. */
export async function compiledBundle(
  name: string,
): Promise<WorkflowBundleWithSourceMap> {
  const project = await compileProject(drawingOf(name));
  try {
    return await built(project);
  } finally {
    rmSync(project.folder, { recursive: true, force: true });
  }
}

/** What `npm run build` makes of it. */
function built({ workflows, runtime }: Compiled) {
  return bundle(workflows, [runtime]);
}

export function twinBundle(name: string): Promise<WorkflowBundleWithSourceMap> {
  return bundle(join(twins, name, 'twin.ts'));
}

export function drawingOf(name: string): string {
  return readFileSync(join(twins, name, `${name}.bpmn`), 'utf8');
}

/** A worker and a client as the SDK has them by default, each with a connection of its own. */
export async function byDefaults(
  address: string,
  workflowBundle: WorkflowBundleWithSourceMap,
  workflowType: string,
  taskQueue: string,
): Promise<Served> {
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    connection: native,
    taskQueue,
    workflowBundle,
    activities,
  });
  const ended = worker.run();
  return {
    run: runner(new Client({ connection }), workflowType, taskQueue),
    async stop() {
      worker.shutdown();
      await ended;
      await native.close();
      await connection.close();
    },
  };
}

/** One local job by hand, started eagerly in the worker's own process: what the SDK itself takes. */
export async function byHandInProcess(address: string): Promise<Served> {
  const connection = await NativeConnection.connect({ address });
  const taskQueue = 'local-by-hand';
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowBundle: await bundle(join(__dirname, 'workflows/oneLocalJob.ts')),
    activities,
  });
  const ended = worker.run();
  const client = new Client({ connection });
  startsEagerly(client, () => true);
  return {
    run: runner(client, 'oneJob', taskQueue),
    async stop() {
      worker.shutdown();
      await ended;
      await connection.close();
    },
  };
}

/** The emitted worker, in this process, and a plain client beside its own. */
export async function asEmitted(
  address: string,
  name: string,
  workflowType: string,
  policy: 'usual' | 'local',
): Promise<Served> {
  const taskQueue = `${name}-${policy}`;
  const edits: Record<string, string> =
    policy === 'local' ? { 'src/policies.ts': local } : {};
  const project = await compileProject(drawingOf(name), undefined, edits);
  const bundled = join(project.folder, 'workflows.js');
  writeFileSync(bundled, (await built(project)).code);
  Object.assign(process.env, {
    TEMPORAL_ADDRESS: address,
    TEMPORAL_TASK_QUEUE: taskQueue,
    TEMPORAL_WORKFLOW_BUNDLE: bundled,
  });
  const { client, stop } = await startWorker({
    deployment: { name, processes: [] },
    activities,
    workflowsPath: project.workflows,
  });
  const connection = await Connection.connect({ address });
  const plain = new Client({ connection });
  return {
    run: runner(plain, workflowType, taskQueue),
    inProcess: client,
    async stop() {
      await stop();
      await connection.close();
      rmSync(project.folder, { recursive: true, force: true });
    },
  };
}
