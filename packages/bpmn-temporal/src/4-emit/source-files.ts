import { attemptsOf, usualAttempts } from './attempts';
import { commentText, literal, property } from './code';
import type { Project, ProjectJob } from './project';
import { createWriter } from './writer';

/** src/activities.ts, written once: every activity answers with its defaults until somebody fills it in. */
export function activitiesFile(project: Project): string {
  const writer = createWriter('src/activities.ts');
  writer.line(
    '// The work behind the drawing. This file is yours: recompiling never touches it.',
  );
  if (project.jobs.length) {
    writer.line("import { defaults } from './defaults.gen.ts';");
    const types = project.jobs.flatMap(job => [
      `${job.typeName}Input`,
      `${job.typeName}Output`,
    ]);
    if (project.jobs.some(job => job.shapes.headers)) types.push('JobContext');
    writer.imports('import type', types.sort(), './jobs.gen.ts');
  } else {
    writer.line('export {};');
  }
  for (const job of project.jobs) {
    writer.line();
    writer.doc(note(job));
    const parameters = `_input: ${job.typeName}Input${
      job.shapes.headers ? ', _job: JobContext' : ''
    }`;
    writer.block(
      `export async function ${job.functionName}(${parameters}): Promise<${job.typeName}Output> {`,
      () => writer.line(`return defaults.${job.functionName};`),
      '}',
    );
  }
  return writer.content;
}

/** src/policies.ts, written once: timeouts, retries and more by job type. */
export function policiesFile(project: Project): string {
  const writer = createWriter('src/policies.ts');
  writer.line(
    '// How the jobs are done. This file is yours: recompiling never touches it.',
  );
  writer.line("import type { JobType } from './jobs.gen.ts';");
  writer.line("import type { JobPolicy } from './runtime/policy.gen.ts';");
  writer.line();
  writer.block(
    'const usual: JobPolicy = {',
    () => {
      writer.line("startToCloseTimeout: '1 minute',");
      writer.line(
        "retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumAttempts: 3 },",
      );
    },
    '};',
  );
  writer.line();
  for (const text of [
    '/**',
    ' * When the attempts are used up, the token waits at the task as an incident. Everything that activities can be told may',
    ' * stand here: `heartbeatTimeout` for long ones, `taskQueue` for other workers, `priority`. A job that is short and may be',
    " * done twice can be `local: true, startToCloseTimeout: '1 second'`: it is done without a task of its own where nothing",
    ' * can interrupt it or run beside it, which the worker tells at its start.',
    ' */',
  ])
    writer.line(text);
  writer.block(
    'export const policies: Record<JobType, JobPolicy> = {',
    () => {
      for (const job of project.jobs) {
        const attempts = attemptsOf(job.shapes.elements);
        const policy =
          attempts === usualAttempts
            ? 'usual'
            : `{ ...usual, retry: { ...usual.retry, maximumAttempts: ${attempts} } }`;
        writer.line(`${property(job.type)}: ${policy},`);
      }
    },
    '};',
  );
  return writer.content;
}

function note(job: ProjectJob): string {
  const names = job.shapes.elements.map(node => {
    const text = node.documentation ? `: ${node.documentation}` : '';
    return `${node.name || node.id} (${node.id})${text}`;
  });
  return commentText(names.join('; '));
}

/** src/workflows.gen.ts: what the worker bundles. */
export function workflowsFile(project: Project): string {
  const writer = createWriter('src/workflows.gen.ts');
  writer.line('// The workflows of this project. Do not edit.');
  for (const { workflowType, base } of project.processes)
    writer.line(`export { ${workflowType} } from './${base}.workflow.gen.ts';`);
  writer.line("export { bpmnMessages } from './runtime/correlator.gen.ts';");
  writer.line("export { bpmnDeployment } from './runtime/deployment.gen.ts';");
  return writer.content;
}

/** src/client.gen.ts: a typed client for each process. */
export function clientFile(project: Project): string {
  const writer = createWriter('src/client.gen.ts');
  writer.line('// Typed access to the instances. Do not edit.');
  writer.line(
    "import type { Client, WorkflowHandle } from '@temporalio/client';",
  );
  const types = project.processes.map(process => process.variablesType).sort();
  writer.imports('import type', types, './jobs.gen.ts');
  writer.line(
    "import type { IncidentResolution, Message, ProcessState, UserTaskCompletion } from './runtime/state.gen.ts';",
  );
  writer.line("import { eagerStart } from './platform/eager.gen.ts';");
  writer.line("import { publishMessage } from './platform/publish.gen.ts';");
  writer.line(
    "import type { MessageToPublish } from './platform/publish.gen.ts';",
  );
  writer.line();
  writer.line(`export const defaultTaskQueue = ${literal(project.name)};`);
  writer.line();
  writer.line('/** What can be asked of any instance. */');
  writer.block(
    'export function instanceOf(handle: WorkflowHandle) {',
    () => {
      writer.block(
        'return {',
        () => {
          writer.line("state: () => handle.query<ProcessState>('state'),");
          writer.line(
            "completeUserTask: (completion: UserTaskCompletion) => handle.executeUpdate<void, [UserTaskCompletion]>('completeUserTask', { args: [completion] }),",
          );
          writer.line(
            "send: (message: Message) => handle.signal('message', message),",
          );
          writer.line(
            "resolveIncident: (resolution: IncidentResolution) => handle.executeUpdate<void, [IncidentResolution]>('resolveIncident', { args: [resolution] }),",
          );
          writer.line('result: () => handle.result(),');
        },
        '};',
      );
    },
    '}',
  );
  writer.line();
  writer.line('/** Publishes a message: see platform/publish.gen.ts. */');
  writer.block(
    'export function publish(client: Client, message: MessageToPublish, taskQueue = defaultTaskQueue) {',
    () => writer.line('return publishMessage(client, message, taskQueue);'),
    '}',
  );
  for (const { workflowType, variablesType, model } of project.processes) {
    const pascal = workflowType.charAt(0).toUpperCase() + workflowType.slice(1);
    writer.line();
    writer.line(
      `/** Starts ${commentText(
        model.name || model.id,
      )}; at once, where the client is that of a worker in this process. */`,
    );
    writer.block(
      `export async function start${pascal}(client: Client, workflowId: string, variables: ${variablesType}, taskQueue = defaultTaskQueue) {`,
      () =>
        writer.line(
          `return instanceOf(await client.workflow.start(${literal(
            workflowType,
          )}, { workflowId, taskQueue, args: [variables], ...eagerStart(client) }));`,
        ),
      '}',
    );
  }
  return writer.content;
}

/** src/worker.ts, written once. */
export function workerFile(): string {
  return `// The worker: \`node src/worker.ts\`. This file is yours: recompiling never touches it.
import { fileURLToPath } from 'node:url';
import * as activities from './activities.ts';
import { deployment, jobElements } from './deployment.gen.ts';
import { byJobType } from './jobs.gen.ts';
import { dataConverter, options } from './options.ts';
import { runWorker } from './platform/worker.gen.ts';
import { policies } from './policies.ts';

await runWorker({
  deployment,
  jobElements,
  policies,
  activities: byJobType(activities),
  workflowsPath: pathOf('./workflows.gen.ts'),
  options: { dataConverter, ...options },
});

function pathOf(module: string): string {
  return fileURLToPath(new URL(module, import.meta.url));
}
`;
}

/** src/options.ts, written once: the slots for what a company adds to every worker. */
export function optionsFile(): string {
  return `// What this project adds to Temporal's workers and clients. This file is yours: recompiling never touches it.
import type { DataConverter } from '@temporalio/common';
import type { WorkerOptions } from '@temporalio/worker';

/**
 * How data are written: \`payloadCodecs\` encrypt or compress what Temporal keeps. Whoever starts or asks instances needs
 * it too: \`new Client({ connection, dataConverter })\`.
 */
export const dataConverter: DataConverter | undefined = undefined;

/**
 * Everything else that a worker takes, over what platform/worker.gen.ts sets: plugins, sinks, tuning, shutdownGraceTime.
 * OpenTelemetry, with @temporalio/interceptors-opentelemetry:
 *
 *     sinks: { exporter: makeWorkflowExporter(spanExporter, resource) },
 *     interceptors: {
 *       activity: [context => ({ inbound: new OpenTelemetryActivityInboundInterceptor(context) })],
 *       workflowModules: [fileURLToPath(new URL('./tracing.ts', import.meta.url))],
 *     },
 */
export const options: Partial<WorkerOptions> = {};
`;
}

/** src/withdraw.gen.ts: what `npm run withdraw` runs. */
export function withdrawFile(): string {
  return `// Ends what begins instances – timers, messages, calls – when nothing serves the project any more. Do not edit.
import { Client } from '@temporalio/client';
import { deployment } from './deployment.gen.ts';
import { connect } from './platform/connect.gen.ts';
import { withdraw } from './platform/withdraw.gen.ts';

const connection = await connect();
const client = new Client({ connection, namespace: process.env.TEMPORAL_NAMESPACE ?? 'default' });
console.log(\`Withdrawn: \${await withdraw(client, deployment)}\`);
await connection.close();
`;
}

/** src/bundle.gen.ts: what `npm run build` runs. */
export function bundleFile(): string {
  return `// Bundles the workflows into one file, so that a worker starts at once and without webpack. Do not edit.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { dataConverter, options } from './options.ts';

const pathOf = (module: string) => fileURLToPath(new URL(module, import.meta.url));

const { code } = await bundleWorkflowCode({
  workflowsPath: pathOf('./workflows.gen.ts'),
  preloadModules: [pathOf('./runtime/index.gen.ts')],
  workflowInterceptorModules: options.interceptors?.workflowModules ?? [],
  payloadConverterPath: dataConverter?.payloadConverterPath,
  failureConverterPath: dataConverter?.failureConverterPath,
});
await mkdir(pathOf('../dist'), { recursive: true });
await writeFile(pathOf('../dist/workflows.js'), code);
`;
}
