import { commentText, literal } from './code';
import type { Project, ProjectProcess } from './project';

/** test/drive.gen.ts: runs an instance with defaults until it ends or waits for what nobody can give. */
export function driverFile(): string {
  return `// Drives an instance on the time-skipping test server. Do not edit.
import { fileURLToPath } from 'node:url';
import type { WorkflowHandle } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import type { ProcessState } from '../src/runtime/state.gen.ts';
import type { JsonObject } from '../src/runtime/json.gen.ts';

Runtime.install({ logger: new DefaultLogger('WARN') });

export interface Examples {
  variables: object;
  userTasks: Record<string, JsonObject>;
  messages: Record<string, JsonObject>;
}

/** The test server; TEMPORAL_TEST_SERVER_PATH names an executable that is there already. */
export function createEnvironment(): Promise<TestWorkflowEnvironment> {
  const path = process.env.TEMPORAL_TEST_SERVER_PATH;
  return TestWorkflowEnvironment.createTimeSkipping(path ? { server: { executable: { type: 'existing-path', path } } } : {});
}

export function createWorker(env: TestWorkflowEnvironment, taskQueue: string, activities: object): Promise<Worker> {
  return Worker.create({ ...workerOptions(taskQueue), connection: env.nativeConnection, activities });
}

/** The test server knows no search attributes; and tests may decide what happens. */
export function workerOptions(taskQueue: string) {
  return {
    taskQueue,
    workflowsPath: pathOf('../src/workflows.gen.ts'),
    interceptors: { workflowModules: [pathOf('../src/runtime/hide-open.gen.ts'), pathOf('../src/runtime/steer.gen.ts')] },
  };
}

/**
 * Answers user tasks and messages with examples until the instance ends, or nothing moves any more. An instance that
 * goes on for ever, as a drawing may say, is left after some turns.
 */
export async function drive(env: TestWorkflowEnvironment, handle: WorkflowHandle, examples: Examples, skipIncidents = false): Promise<ProcessState> {
  let seen = '';
  let quiet = 0;
  for (let turn = 0; turn < 200 && quiet < 8; turn += 1) {
    const { status } = await handle.describe();
    const state = await handle.query<ProcessState>('state');
    if (status.name !== 'RUNNING') return state;
    const now = JSON.stringify(state);
    quiet = now === seen ? quiet + 1 : 0;
    seen = now;
    await answer(handle, state, examples, skipIncidents);
    await env.sleep(quiet > 2 ? '1 day' : '100ms');
  }
  return handle.query<ProcessState>('state');
}

async function answer(handle: WorkflowHandle, state: ProcessState, examples: Examples, skipIncidents: boolean): Promise<void> {
  try {
    for (const { key, skippable } of skipIncidents ? state.incidents : [])
      await handle.executeUpdate('resolveIncident', { args: [{ key, action: skippable ? 'skip' : 'fail' }] });
    for (const { key, elementId } of state.userTasks)
      await handle.executeUpdate('completeUserTask', { args: [{ key, variables: examples.userTasks[elementId] ?? {} }] });
    for (const { messageName: name, correlationKey } of state.subscriptions)
      await handle.signal('message', { name, correlationKey, variables: examples.messages[name] ?? {} });
  } catch {
    // It moved on by itself meanwhile; the next turn sees where to.
  }
}

function pathOf(module: string): string {
  return fileURLToPath(new URL(module, import.meta.url));
}
`;
}

/** test/<process>.test.ts, written once. */
export function testFile(project: Project, process: ProjectProcess): string {
  const { workflowType, model } = process;
  return `// ${commentText(
    model.name || model.id,
  )}, run with defaults. This file is yours: recompiling never touches it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import * as activities from '../src/activities.ts';
import { examples } from '../src/defaults.gen.ts';
import { byJobType } from '../src/jobs.gen.ts';
import { createEnvironment, createWorker, drive } from './drive.gen.ts';

let env: TestWorkflowEnvironment;
before(async () => {
  env = await createEnvironment();
});
after(() => env.teardown());

test(${literal(
    `${commentText(
      model.name || model.id,
    )} reaches an end, or says what it waits for`,
  )}, async () => {
  const worker = await createWorker(env, ${literal(
    project.name,
  )}, byJobType(activities));
  await worker.runUntil(async () => {
    const handle = await env.client.workflow.start(${literal(workflowType)}, {
      workflowId: ${literal(`test-${process.base}`)},
      taskQueue: ${literal(project.name)},
      args: [examples.${workflowType}.variables],
    });
    const state = await drive(env, handle, examples.${workflowType});
    assert.ok(state.path.length > 0, 'it has started');
    const { status } = await handle.describe();
    if (status.name === 'RUNNING') {
      assert.ok(state.tokens.length > 0, 'a token is left');
      await handle.terminate('the test is over');
    }
  });
});
`;
}
