import { WithStartWorkflowOperation } from '@temporalio/client';
import type { WorkflowHandle } from '@temporalio/client';
import { compile } from './compile';
import { publishMessage } from './platform/publish';
import type { ProcessState } from './runtime/state';
import { message, sketches } from './__testUtils__/drawing';
import { startTestServer, until } from './__testUtils__/server';
import type { TestServer } from './__testUtils__/server';

jest.setTimeout(120_000);

const processes = {
  person:
    'start s\nuser u\nxor x default=x_e\nend e\nend yes\ns -> u\nu -> x\nx -> yes if =ok = true\nx -> e',
  broken:
    'start s\njob fails\njob after\nend e\ns -> fails\nfails -> after\nafter -> e',
  gateway:
    'start s\nxor x\nend a\nend b\ns -> x\nx -> a if =n > 1\nx -> b if =n < 1',
  reports:
    'start s\njob fails\nuser u\nmessage* b on u news -> r\nend r\nend e\ns -> fails\nfails -> u\nu -> e',
  conditional: 'start s\nawait c if =ok\nend e\ns -> c -> e',
  catches: 'start s\ncatch c news\nend e\ns -> c\nc -> e',
};

let server: TestServer;
const types = new Map<string, string>();
const publish = (name: string, correlationKey: string, messageId?: string) =>
  publishMessage(
    server.client,
    { name, correlationKey, variables: { told: name }, messageId },
    'operations',
  );

beforeAll(async () => {
  server = await startTestServer();
  const source = sketches(processes, message('news', '=key'));
  const compiled = await compile(source, { name: 'operations' });
  expect(
    compiled.diagnostics.filter(({ severity }) => severity === 'error'),
  ).toEqual([]);
  for (const { processId, workflowType } of compiled.processes)
    types.set(processId, workflowType);
  await server.worker(
    server.project(compiled.files, {
      'src/activities.ts':
        "export async function fails(input: { works?: boolean }) { if (!input.works) throw new Error('broken'); return {}; }\nexport const after = async () => ({});",
      'src/policies.ts':
        "const once = { startToCloseTimeout: '5 seconds', retry: { maximumAttempts: 1 } };\nexport const policies = { fails: once, after: once };",
    }),
  );
});
afterAll(() => server.close());

let nth = 0;
async function start(
  processId: string,
  variables: object = {},
): Promise<WorkflowHandle> {
  nth += 1;
  return server.client.workflow.start(types.get(processId) ?? '', {
    workflowId: `${processId}-${nth}`,
    taskQueue: 'operations',
    args: [variables],
  });
}

const stateOf = (handle: WorkflowHandle) => () =>
  handle.query<ProcessState>('state');

/** The events of a workflow, one a line, with the seconds at which they were. */
async function told(workflowId: string): Promise<string> {
  const { events } = await server.client.workflow
    .getHandle(workflowId)
    .fetchHistory();
  return (events ?? [])
    .map(({ eventTime, eventType }) => `${eventTime?.seconds} ${eventType}`)
    .join('\n');
}

it('hands every message that came early to an event that does not interrupt', async () => {
  const handle = await start('reports', { key: 'k' });
  const state = stateOf(handle);
  await until(state, ({ incidents }) => incidents.length === 1);
  for (const messageId of ['1', '2', '3'])
    await handle.signal('message', {
      name: 'news',
      correlationKey: 'k',
      messageId,
    });
  await handle.executeUpdate('resolveIncident', {
    args: [{ key: 'reports.fails', variables: { works: true } }],
  });
  const { path } = await until(
    state,
    ({ userTasks }) => userTasks.length === 1,
  );
  expect(path.filter(id => id === 'reports.r')).toHaveLength(3);
});

describe('user tasks', () => {
  it('are open for what comes with the start of a run', async () => {
    const startWorkflowOperation = new WithStartWorkflowOperation(
      types.get('person') ?? '',
      {
        workflowId: 'person-at-once',
        taskQueue: 'operations',
        args: [{}],
        workflowIdConflictPolicy: 'FAIL',
      },
    );
    await server.client.workflow.executeUpdateWithStart('completeUserTask', {
      args: [{ key: 'person.u', variables: { ok: true } }],
      startWorkflowOperation,
    });
    const handle = await startWorkflowOperation.workflowHandle();
    expect(await handle.result()).toEqual({ ok: true });
  });

  it('are claimed, handed over, saved and completed', async () => {
    const handle = await start('person');
    const { userTasks } = await until(
      stateOf(handle),
      state => state.userTasks.length > 0,
    );
    const key = userTasks[0]?.key ?? '';
    await until(
      () =>
        server.list('ExecutionStatus="Running" AND BpmnOpen="task:person.u"'),
      ids => ids.includes(handle.workflowId),
    );
    const update = (name: string, args: object) =>
      handle.executeUpdate(name, { args: [{ key, ...args }] });
    expect(await handle.query('__temporal_workflow_metadata')).toMatchObject({
      currentDetails: '- `person.u`',
    });
    await update('claimUserTask', { assignee: 'alice' });
    await expect(
      update('claimUserTask', { assignee: 'bob' }),
    ).rejects.toMatchObject({
      cause: { message: expect.stringContaining('assigned to alice') },
    });
    await update('unclaimUserTask', {});
    await update('assignUserTask', { assignee: 'bob' });
    await update('saveUserTask', { variables: { note: 'half' } });
    const [task] = (await stateOf(handle)()).userTasks;
    expect(task).toMatchObject({ assignee: 'bob', draft: { note: 'half' } });
    await update('completeUserTask', { variables: { ok: true } });
    expect(await handle.result()).toMatchObject({ ok: true, note: 'half' });
    await expect(update('completeUserTask', {})).rejects.toThrow();
  });

  it('take an update with the same id once', async () => {
    const handle = await start('person');
    await until(stateOf(handle), state => state.userTasks.length > 0);
    const complete = () =>
      handle.executeUpdate('completeUserTask', {
        args: [{ key: 'person.u', variables: { ok: true } }],
        updateId: 'once',
      });
    await complete();
    await complete();
    expect(await handle.result()).toMatchObject({ ok: true });
  });
});

describe('incidents', () => {
  const broken = async () => {
    const handle = await start('broken');
    const { incidents } = await until(
      stateOf(handle),
      state => state.incidents.length > 0,
    );
    expect(incidents).toMatchObject([{ message: 'broken', skippable: true }]);
    return handle;
  };
  const resolve = (handle: WorkflowHandle, args: object) =>
    handle.executeUpdate('resolveIncident', {
      args: [{ key: 'broken.fails', ...args }],
    });

  it('are tried again with other variables', async () => {
    const handle = await broken();
    await until(
      () => server.list('BpmnOpen="incident"'),
      ids => ids.includes(handle.workflowId),
    );
    await resolve(handle, { variables: { works: true } });
    expect(await handle.result()).toMatchObject({ works: true });
  });

  it('are skipped, with a result', async () => {
    const handle = await broken();
    await resolve(handle, { action: 'skip', variables: { by: 'hand' } });
    expect(await handle.result()).toMatchObject({ by: 'hand' });
  });

  it('let the instance fail', async () => {
    const handle = await broken();
    await resolve(handle, { action: 'fail' });
    await expect(handle.result()).rejects.toMatchObject({
      cause: { type: 'IncidentFailed' },
    });
  });

  it('of a gateway are asked again when variables were set, and can not be skipped', async () => {
    const handle = await start('gateway');
    await until(stateOf(handle), state => state.incidents.length > 0);
    const key = 'gateway.x';
    await expect(
      handle.executeUpdate('resolveIncident', {
        args: [{ key, action: 'skip' }],
      }),
    ).rejects.toMatchObject({
      cause: { message: expect.stringContaining('can not be skipped') },
    });
    await handle.executeUpdate('setVariables', {
      args: [{ variables: { n: 2 } }],
    });
    await handle.executeUpdate('resolveIncident', { args: [{ key }] });
    await handle.result();
    expect((await stateOf(handle)()).ended).toBe('gateway.a');
  });
});

describe('incidents of a condition that somebody waits for', () => {
  const set = (handle: WorkflowHandle, ok: unknown) =>
    handle.executeUpdate('setVariables', { args: [{ variables: { ok } }] });
  const resolve = (handle: WorkflowHandle, args: object) =>
    handle.executeUpdate('resolveIncident', {
      args: [{ key: 'conditional.c', ...args }],
    });
  const broken = async () => {
    const handle = await start('conditional', { ok: false });
    await until(stateOf(handle), state => state.tokens.length > 0);
    await set(handle, null);
    expect((await stateOf(handle)()).incidents).toEqual([]);
    await set(handle, 'yes');
    expect((await stateOf(handle)()).incidents).toMatchObject([
      {
        key: 'conditional.c',
        message: 'The condition =ok is "yes", neither true nor false',
      },
    ]);
    return handle;
  };

  it('are tried again with other variables', async () => {
    const handle = await broken();
    await resolve(handle, { variables: { ok: 1 } });
    const { incidents } = await stateOf(handle)();
    expect(incidents).toMatchObject([{ key: 'conditional.c#2' }]);
    await resolve(handle, {
      key: 'conditional.c#2',
      variables: { ok: true },
    });
    expect(await handle.result()).toEqual({ ok: true });
  });

  it('are over when the condition has an answer', async () => {
    const handle = await broken();
    await set(handle, false);
    expect((await stateOf(handle)()).incidents).toEqual([]);
    await set(handle, true);
    expect(await handle.result()).toEqual({ ok: true });
  });

  it('are skipped, or let the instance fail', async () => {
    const skipped = await broken();
    await resolve(skipped, { action: 'skip', variables: { by: 'hand' } });
    expect(await skipped.result()).toEqual({ ok: 'yes', by: 'hand' });
    const failing = await broken();
    await resolve(failing, { action: 'fail' });
    await expect(failing.result()).rejects.toMatchObject({
      cause: { type: 'IncidentFailed' },
    });
  });
});

describe('messages', () => {
  it('find who waits for their name and key, one instance each, however early', async () => {
    await publish('news', 'early');
    const early = await start('catches', { key: 'early' });
    expect(await early.result()).toMatchObject({ told: 'news' });
    const first = await start('catches', { key: 'k' });
    const second = await start('catches', { key: 'k' });
    for (const handle of [first, second])
      await until(stateOf(handle), state => state.subscriptions.length > 0);
    await publish('news', 'k');
    // a machine that is busy delivers late; what must not be is that nobody gets it, or both do
    await until(
      async () =>
        (
          await Promise.all([first, second].map(h => h.describe()))
        ).map(({ status }) => status.name),
      names => names.filter(name => name === 'COMPLETED').length === 1,
      60_000,
    ).catch(async error => {
      throw new Error(`${error.message}\n${await told('bpmn-message/news/k')}`);
    });
    await publish('news', 'k');
    await Promise.all([first.result(), second.result()]);
  });

  it('with an id that was seen are dropped', async () => {
    expect(await publish('news', 'twice', 'm1')).toBe('accepted');
    expect(await publish('news', 'twice', 'm1')).toBe('duplicate');
  });
});
