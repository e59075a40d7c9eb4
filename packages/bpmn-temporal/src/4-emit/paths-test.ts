import { commentText, json, literal } from './code';
import { pathsOf } from './paths';
import type { ProjectProcess } from './project';
import { createWriter } from './writer';

/** test/<process>.paths.gen.test.ts: takes every flow, boundary event and event subprocess once, and replays what came of it. */
export function pathsTestFile(
  { model, workflowType }: ProjectProcess,
  taskQueue: string,
): string {
  const { then, runs, reached, all, flows } = pathsOf(model.body);
  const name = commentText(model.name || model.id);
  const writer = createWriter('');
  writer.line(
    `// ${name}: every flow, boundary event and event subprocess once. Do not edit.`,
  );
  writer.line("import * as activities from '../src/activities.ts';");
  writer.line("import { examples } from '../src/defaults.gen.ts';");
  writer.line("import { byJobType } from '../src/jobs.gen.ts';");
  writer.line("import { takePaths } from './take-paths.gen.ts';");
  writer.line();
  writer.block(
    'takePaths({',
    () => {
      writer.line(`name: ${literal(name)},`);
      writer.line(`workflowType: ${literal(workflowType)},`);
      writer.line(`taskQueue: ${literal(taskQueue)},`);
      writer.line('activities: byJobType(activities),');
      writer.line(`examples: examples.${workflowType},`);
      writer.line(
        '// What leads to an end, where a run does not say otherwise.',
      );
      writer.line(`then: ${json(Object.fromEntries(then))},`);
      writer.block(
        'runs: [',
        () => {
          for (const first of runs)
            writer.line(`${json(Object.fromEntries(first))},`);
        },
        '],',
      );
      writer.line(
        `// ${reached.length} of ${all} elements; the others take data, messages or errors that a test of yours can bring.`,
      );
      writer.line(`reached: ${json(reached)},`);
      writer.line(`flows: ${json(flows)},`);
    },
    '});',
  );
  return writer.content;
}

/** test/take-paths.gen.ts: what the tests of all processes share. */
export function takePathsFile(): string {
  return `// Runs an instance on each of the given paths, looks where its tokens got to, and replays its history. Do not edit.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { createEnvironment, drive, workerOptions } from './drive.gen.ts';
import type { Examples } from './drive.gen.ts';

export interface Paths {
  name: string;
  workflowType: string;
  taskQueue: string;
  activities: object;
  examples: Examples;
  then: Record<string, string>;
  runs: Record<string, string>[];
  reached: string[];
  /** Sequence flows: those on the paths, and all. */
  flows: { taken: number; all: number };
}

export function takePaths({ name, workflowType, taskQueue, activities, examples, then, runs, reached, flows }: Paths): void {
  let env: TestWorkflowEnvironment;
  before(async () => {
    env = await createEnvironment();
  });
  after(() => env.teardown());

  test(\`\${name} takes every path that can be steered, and replays\`, async () => {
    const seen = new Set<string>();
    const options = workerOptions(taskQueue);
    const worker = await Worker.create({ ...options, connection: env.nativeConnection, activities });
    await worker.runUntil(async () => {
      for (const [nth, first] of runs.entries()) {
        const workflowId = \`\${workflowType}-path-\${nth}\`;
        const start = { elementId: first['(start)'] ?? then['(start)'], steering: { first, then } };
        const handle = await env.client.workflow.start(workflowType, { workflowId, taskQueue, args: [examples.variables, start] });
        const { path } = await drive(env, handle, examples, true);
        for (const id of path) seen.add(id);
        await handle.terminate('the path was taken').catch(() => undefined);
        const history = await handle.fetchHistory();
        await Worker.runReplayHistory(options, history, workflowId);
        if (process.env.RECORD_HISTORIES) await record(workflowId, history);
      }
    });
    const missed = reached.filter(id => !seen.has(id));
    console.log(\`\${name}: \${reached.length - missed.length} elements reached and \${flows.taken} of \${flows.all} flows taken on \${runs.length} paths\`);
    assert.deepEqual(missed, []);
  });
}

/** Kept beside the test, for replays with later builds. */
async function record(workflowId: string, history: unknown): Promise<void> {
  const folder = fileURLToPath(new URL('./histories/', import.meta.url));
  await mkdir(folder, { recursive: true });
  await writeFile(\`\${folder}\${workflowId}.json\`, JSON.stringify(history));
}
`;
}
