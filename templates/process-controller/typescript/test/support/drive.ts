import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { Code } from '@connectrpc/connect';
import {
  InstanceState,
  type Incident,
  type Subscription,
} from '../../gen/ameide/process/v1/instance_pb.js';
import {
  Resolution,
  type GetInstanceResponse,
} from '../../gen/ameide/process/v1/process_service_pb.js';
import type { UserTask } from '../../gen/ameide/process/v1/user_task_pb.js';
import type { JsonObject } from '../../src/runtime/json.gen.ts';
import { withCode } from './code.ts';
import type { ProcessClient } from './service.ts';
import { newContext, until } from './until.ts';

/** So many turns without anything new, and it waits for what nobody can give. */
const QUIET = 20;

/** What user tasks and messages are answered with. */
export interface Examples {
  userTasks: Record<string, JsonObject>;
  messages: Record<string, JsonObject>;
}

/** Who takes part: somebody, a colleague, and somebody of another tenant. */
export interface Cast {
  own: ProcessClient;
  colleague: ProcessClient;
  stranger: ProcessClient;
}

/** What was done on the way. */
export interface Done {
  end: GetInstanceResponse;
  userTasks: number;
  messages: number;
  incidents: number;
}

/** Takes an instance to its end by the API alone, or until it waits for time or for others. */
export async function drive(
  cast: Cast,
  name: string,
  examples: Examples,
): Promise<Done> {
  const done = { userTasks: 0, messages: 0, incidents: 0 };
  for (let quiet = 0; ; quiet += 1) {
    const now = await cast.own.getInstance({ name });
    const isOver = now.instance?.state !== InstanceState.RUNNING;
    if (isOver || quiet === QUIET) return { end: now, ...done };
    const [task] = now.userTasks;
    const [incident] = now.incidents;
    const [subscription] = now.subscriptions;
    if (incident) {
      await resolve(cast, incident);
      done.incidents += 1;
    } else if (task) {
      await complete(cast, task, examples.userTasks[task.elementId] ?? {});
      done.userTasks += 1;
    } else if (subscription) {
      await publish(cast, name, subscription, examples);
      done.messages += 1;
    } else {
      await sleep(100);
      continue;
    }
    quiet = 0;
  }
}

/** It is listed; a colleague cannot take what is claimed; the same answer again changes nothing. */
async function complete(
  { own, colleague, stranger }: Cast,
  { instance, key, elementId }: UserTask,
  variables: JsonObject,
): Promise<void> {
  const listed = await until(`The task ${key} in the list`, async () => {
    const { userTasks } = await own.listUserTasks({});
    return userTasks.find(one => one.instance === instance && one.key === key);
  });
  assert.equal(listed.elementId, elementId);
  const other = await stranger.listUserTasks({});
  assert.deepEqual(other.userTasks, []);

  const asked = { instance, key };
  const byStranger = { ...asked, context: newContext() };
  await assert.rejects(
    stranger.claimUserTask(byStranger),
    withCode(Code.NotFound),
  );
  await own.claimUserTask({ ...asked, context: newContext() });
  const claimed = await own.getInstance({ name: instance });
  assert.equal(
    claimed.userTasks.find(task => task.key === key)?.assignee,
    'somebody',
  );
  for (const refused of [
    () => colleague.claimUserTask({ ...asked, context: newContext() }),
    () => colleague.unclaimUserTask({ ...asked, context: newContext() }),
    () => colleague.completeUserTask({ ...asked, context: newContext() }),
  ]) {
    await assert.rejects(refused(), withCode(Code.FailedPrecondition));
  }
  await own.unclaimUserTask({ ...asked, context: newContext() });
  await own.claimUserTask({ ...asked, context: newContext() });
  const answer = { ...asked, variables, context: newContext() };
  await own.completeUserTask(answer);
  await own.completeUserTask(answer);
}

/** It is listed, and tried again. */
async function resolve(
  { own, stranger }: Cast,
  { instance, key }: Incident,
): Promise<void> {
  await until(`The incident ${key} in the list`, async () => {
    const { incidents } = await own.listIncidents({});
    return incidents.find(one => one.instance === instance && one.key === key);
  });
  const request = { instance, key, resolution: Resolution.RETRY };
  await assert.rejects(
    stranger.resolveIncident({ ...request, context: newContext() }),
    withCode(Code.NotFound),
  );
  await own.resolveIncident({ ...request, context: newContext() });
}

/** It gets to an instance of the tenant, and to none of another one. */
async function publish(
  { own, stranger }: Cast,
  name: string,
  { messageName, correlationKey }: Subscription,
  { messages }: Examples,
): Promise<void> {
  const message = {
    messageName,
    correlationKey,
    variables: messages[messageName] ?? {},
  };
  await assert.rejects(
    stranger.publishMessage({
      ...message,
      context: newContext(),
      patience: { seconds: 0n, nanos: 200_000_000 },
    }),
    withCode(Code.FailedPrecondition),
  );
  const { instances } = await own.publishMessage({
    ...message,
    context: newContext(),
  });
  assert.ok(instances.includes(name), `${name} took it`);
}
