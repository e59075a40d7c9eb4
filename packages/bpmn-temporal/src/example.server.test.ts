import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowHandle } from '@temporalio/client';
import { compile } from './compile';
import type { ProcessState } from './runtime/state';
import { end, startTestServer, until } from './__testUtils__/server';
import type { TestServer } from './__testUtils__/server';

jest.setTimeout(120_000);

const example = join(__dirname, '../../../examples/lead-to-order');
let server: TestServer;
let folder: string;
let instances = 0;

beforeAll(async () => {
  server = await startTestServer();
  const { files } = await compile(
    readFileSync(join(example, 'lead-to-order.bpmn'), 'utf8'),
    { name: 'lead-to-order' },
  );
  const edits = readdirSync(join(example, 'service'), {
    recursive: true,
    encoding: 'utf8',
  }).filter(path => path.endsWith('.ts'));
  folder = server.project(
    files,
    Object.fromEntries(
      edits.map(path => [
        path,
        readFileSync(join(example, 'service', path), 'utf8'),
      ]),
    ),
  );
});
afterAll(() => server.close());

function start(variables: object): Promise<WorkflowHandle> {
  instances += 1;
  return server.client.workflow.start('leadToOrder', {
    workflowId: `lead-${instances}`,
    taskQueue: 'lead-to-order',
    args: [variables],
  });
}

const stateOf = (handle: WorkflowHandle) => () =>
  handle.query<ProcessState>('state');
const complete = (
  handle: WorkflowHandle,
  variables: object,
  updateId?: string,
) =>
  handle.executeUpdate('completeUserTask', {
    args: [{ key: 'Task_Approve', variables }],
    ...(updateId ? { updateId } : {}),
  });

async function sign(handle: WorkflowHandle): Promise<void> {
  const { subscriptions } = await until(
    stateOf(handle),
    state => state.subscriptions.length > 0,
  );
  await handle.signal('message', {
    name: 'contract signed',
    correlationKey: subscriptions[0]?.correlationKey,
  });
}

const small = { lead: { company: 'Acme', seats: 10 } };
const large = { lead: { company: 'Acme', seats: 100 } };

describe('lead to order, on a real server', () => {
  beforeAll(async () => {
    await server.worker(folder);
  });

  it('takes the short way, with no more history than a workflow written by hand', async () => {
    const handle = await start(small);
    await sign(handle);
    const variables = (await handle.result()) as { orderId: string };
    expect(variables.orderId).toMatch(/^O-/);
    const state = await handle.query<ProcessState>('state');
    expect(state.ended).toBe('End_Won');
    expect(state.tokens).toEqual([]);
    expect(state.path).toEqual([
      'Start_Lead',
      'Task_Capture',
      'Task_Qualify',
      'Task_Quote',
      'Gateway_Amount',
      'Gateway_Proceed',
      'Gateway_Split',
      'Task_Contract',
      'Task_Reserve',
      'Gateway_Join',
      'Catch_Signed',
      'Task_HandOver',
      'End_Won',
    ]);
    const { events = [] } = await handle.fetchHistory();
    const scheduled = events?.flatMap(
      event => event.activityTaskScheduledEventAttributes?.activityId ?? [],
    );
    expect(scheduled).toEqual([
      'Task_Capture',
      'Task_Qualify',
      'Task_Quote',
      'Task_Contract',
      'Task_Reserve',
      'Task_HandOver',
    ]);
    process.stdout.write(
      `lead to order, short way: ${events?.length} history events\n`,
    );
    expect(events?.length).toBeLessThanOrEqual(50);
  });

  it('waits for an approval, and refuses a second one', async () => {
    const handle = await start(large);
    const { userTasks, tokens } = await until(
      stateOf(handle),
      state => state.userTasks.length > 0,
    );
    expect(userTasks[0]).toMatchObject({
      key: 'Task_Approve',
      name: 'Approve quote',
      candidateGroups: ['approvers'],
      formId: 'approve-quote',
    });
    expect(tokens.map(({ elementId }) => elementId)).toEqual(['Task_Approve']);
    await expect(
      handle.executeUpdate('completeUserTask', {
        args: [{ key: 'Task_Nobody' }],
      }),
    ).rejects.toMatchObject({
      cause: {
        message: expect.stringContaining('no open user task "Task_Nobody"'),
      },
    });
    await complete(handle, { approved: true }, 'once');
    await complete(handle, { approved: false }, 'once');
    await expect(complete(handle, { approved: false })).rejects.toThrow();
    await sign(handle);
    await handle.result();
    expect((await stateOf(handle)()).ended).toBe('End_Won');
  });

  it('goes the way of a rejection', async () => {
    const handle = await start(large);
    await until(stateOf(handle), state => state.userTasks.length > 0);
    await complete(handle, { approved: false });
    await handle.result();
    expect((await stateOf(handle)()).ended).toBe('End_Rejected');
  });

  it('escalates after what the variable says', async () => {
    const handle = await start({ ...large, approvalDeadline: 'PT1S' });
    await handle.result();
    expect((await stateOf(handle)()).path.slice(-3)).toEqual([
      'Boundary_Overdue',
      'Task_Escalate',
      'End_Escalated',
    ]);
  });

  it('makes an incident of an answer that is no answer, and of a task that fails', async () => {
    const handle = await start(large);
    await until(stateOf(handle), state => state.userTasks.length > 0);
    await complete(handle, {});
    const { incidents } = await until(
      stateOf(handle),
      state => state.incidents.length > 0,
    );
    expect(incidents[0]).toMatchObject({
      key: 'Gateway_Decision',
      elementId: 'Gateway_Decision',
      message: expect.stringContaining('=approved is null'),
    });
    await handle.executeUpdate('resolveIncident', {
      args: [{ key: 'Gateway_Decision', variables: { approved: false } }],
    });
    await handle.result();

    const failing = await start({
      lead: { company: 'Unreachable Ltd', seats: 10 },
    });
    const state = await until(
      stateOf(failing),
      ({ incidents: open }) => open.length > 0,
    );
    expect(state.incidents[0]).toMatchObject({
      elementId: 'Task_Quote',
      message: expect.stringContaining('does not answer'),
    });
    await failing.executeUpdate('resolveIncident', {
      args: [{ key: 'Task_Quote', variables: small }],
    });
    await sign(failing);
    expect(await failing.result()).toMatchObject({ lead: { company: 'Acme' } });
  });

  it('keeps a message that comes early, and drops one that comes twice', async () => {
    const first = await start(small);
    await until(stateOf(first), state => state.subscriptions.length > 0);
    const key = (await stateOf(first)()).subscriptions[0]?.correlationKey;
    const early = await start(small);
    await early.signal('message', {
      name: 'contract signed',
      correlationKey: 'somebody else',
    });
    await early.signal('message', {
      name: 'contract signed',
      correlationKey: key,
      messageId: 'm1',
      variables: { signedBy: 'first' },
    });
    await early.signal('message', {
      name: 'contract signed',
      correlationKey: key,
      messageId: 'm1',
      variables: { signedBy: 'second' },
    });
    expect(await early.result()).toMatchObject({ signedBy: 'first' });
    await first.terminate();
  });

  it('ends as cancelled when it is cancelled', async () => {
    const handle = await start(large);
    await until(stateOf(handle), state => state.userTasks.length > 0);
    await handle.cancel();
    await expect(handle.result()).rejects.toMatchObject({
      cause: { name: 'CancelledFailure' },
    });
    expect((await handle.describe()).status.name).toBe('CANCELLED');
  });
});

describe('lead to order, with workers that die', () => {
  it('goes on where it was when a worker is killed and another one starts', async () => {
    const other = server.project(
      (
        await compile(
          readFileSync(join(example, 'lead-to-order.bpmn'), 'utf8'),
          { name: 'lead-to-order-2' },
        )
      ).files,
    );
    const worker = await server.worker(other);
    const handle = await server.client.workflow.start('leadToOrder', {
      workflowId: 'killed',
      taskQueue: 'lead-to-order-2',
      args: [large],
    });
    await until(stateOf(handle), state => state.userTasks.length > 0);
    const before = await stateOf(handle)();
    await end(worker);
    await server.worker(other);
    expect(await stateOf(handle)()).toEqual(before);
    await complete(handle, { approved: true });
    await sign(handle);
    await handle.result();
    expect((await stateOf(handle)()).ended).toBe('End_Won');
  });
});
