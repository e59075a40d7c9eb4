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

/** src/policies.ts, written once: timeouts and retries by job type. */
export function policiesFile(project: Project): string {
  const writer = createWriter('src/policies.ts');
  writer.line(
    '// Timeouts and retries of the jobs. This file is yours: recompiling never touches it.',
  );
  writer.line("import type { ActivityOptions } from '@temporalio/workflow';");
  writer.line("import type { JobType } from './jobs.gen.ts';");
  writer.line();
  writer.block(
    'const usual: ActivityOptions = {',
    () => {
      writer.line("startToCloseTimeout: '1 minute',");
      writer.line(
        "retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumAttempts: 3 },",
      );
    },
    '};',
  );
  writer.line();
  writer.line(
    '/** When the attempts are used up, the token waits at the task as an incident. */',
  );
  writer.block(
    'export const policies: Record<JobType, ActivityOptions> = {',
    () => {
      for (const job of project.jobs) {
        const attempts = attemptsOf(job);
        const policy =
          attempts === 3
            ? 'usual'
            : `{ ...usual, retry: { ...usual.retry, maximumAttempts: ${attempts} } }`;
        writer.line(`${property(job.type)}: ${policy},`);
      }
    },
    '};',
  );
  return writer.content;
}

function attemptsOf(job: ProjectJob): number {
  const [node] = job.shapes.elements;
  const retries =
    node && 'work' in node && node.work.kind === 'job'
      ? Number(node.work.retries)
      : 3;
  return Number.isInteger(retries) && retries > 0 ? retries : 3;
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
    writer.line(`/** Starts ${commentText(model.name || model.id)}. */`);
    writer.block(
      `export async function start${pascal}(client: Client, workflowId: string, variables: ${variablesType}, taskQueue = defaultTaskQueue) {`,
      () =>
        writer.line(
          `return instanceOf(await client.workflow.start(${literal(
            workflowType,
          )}, { workflowId, taskQueue, args: [variables] }));`,
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
import { deployment } from './deployment.gen.ts';
import { byJobType } from './jobs.gen.ts';
import { runWorker } from './platform/worker.gen.ts';

await runWorker({
  deployment,
  activities: byJobType(activities),
  workflowsPath: pathOf('./workflows.gen.ts'),
  interceptorsPath: pathOf('./runtime/interceptors.gen.ts'),
});

function pathOf(module: string): string {
  return fileURLToPath(new URL(module, import.meta.url));
}
`;
}

/** src/bundle.gen.ts: what `npm run build` runs. */
export function bundleFile(): string {
  return `// Bundles the workflows into one file, so that a worker starts at once and without webpack. Do not edit.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

const pathOf = (module: string) => fileURLToPath(new URL(module, import.meta.url));

const { code } = await bundleWorkflowCode({
  workflowsPath: pathOf('./workflows.gen.ts'),
  workflowInterceptorModules: [pathOf('./runtime/interceptors.gen.ts')],
});
await mkdir(pathOf('../dist'), { recursive: true });
await writeFile(pathOf('../dist/workflows.js'), code);
`;
}
