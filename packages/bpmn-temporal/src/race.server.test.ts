import type { ChildProcess } from 'node:child_process';
import type { WorkflowHandle } from '@temporalio/client';
import { compile } from './compile';
import type { ProcessState } from './runtime/state';
import { message, sketches } from './__testUtils__/drawing';
import { end, sleep, startTestServer, until } from './__testUtils__/server';
import type { TestServer } from './__testUtils__/server';

jest.setTimeout(120_000);

/** What happens while no worker is there arrives in one workflow task; the order in the history has to decide. */
const processes = {
  job: 'start s\njob a slow\nend done\ntimer t on a PT3S -> late\nend late\ns -> a\na -> done',
  inside:
    'start s\nsub b\nstart i\njob a slow\nend o\ni -> a\na -> o\n}\nend done\ntimer t on b PT3S -> late\nend late\ns -> b\nb -> done',
  user: 'start s\nuser a\nend done\ntimer t on a PT3S -> late\nend late\ns -> a\na -> done',
  message:
    'start s\njob a slow\nend done\nmessage t on a stop -> late\nend late\ns -> a\na -> done',
};

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await startTestServer();
  const { files, diagnostics } = await compile(
    sketches(processes, message('stop')),
    { name: 'races' },
  );
  expect(diagnostics).toEqual([]);
  folder = server.project(files, {
    // Left open by the worker, completed by the test, so that it needs no worker to be completed.
    'src/activities.ts': `import { CompleteAsyncError } from '@temporalio/activity';
      export async function slow(): Promise<Record<string, never>> { throw new CompleteAsyncError(); }`,
  });
});
afterAll(() => server.close());

/** Starts an instance of each, waits until all of them wait, and ends the worker. */
async function begin(
  types: (keyof typeof processes)[],
): Promise<Map<string, WorkflowHandle>> {
  const worker: ChildProcess = await server.worker(folder);
  const handles = new Map<string, WorkflowHandle>();
  for (const type of types) {
    const handle = await server.client.workflow.start(workflowType(type), {
      workflowId: `${type}-${Date.now()}`,
      taskQueue: 'races',
      args: [{}],
    });
    handles.set(type, handle);
  }
  for (const [type, handle] of handles)
    await until(
      () => handle.fetchHistory(),
      ({ events }) =>
        (events ?? []).some(event =>
          type === 'user'
            ? event.timerStartedEventAttributes
            : event.activityTaskScheduledEventAttributes,
        ),
    );
  await sleep(700);
  await end(worker);
  return handles;
}

const workflowType = (type: string) => (type === 'job' ? 'processJob' : type);

async function endOf(handle: WorkflowHandle): Promise<string | undefined> {
  await handle.result();
  return (await handle.query<ProcessState>('state')).ended;
}

const completeJob = (handle: WorkflowHandle, type: string) =>
  server.client.activity.complete(
    { workflowId: handle.workflowId, activityId: `${type}.a` },
    {},
  );

describe('events that arrive together', () => {
  it('take the way of the one that came first', async () => {
    const jobFirst = await begin(['job', 'inside', 'message']);
    for (const [type, handle] of jobFirst) await completeJob(handle, type);
    await jobFirst
      .get('message')
      ?.signal('message', { name: 'stop', correlationKey: 'k' });
    await sleep(3_500);
    const worker = await server.worker(folder);
    expect(await endOf(jobFirst.get('job')!)).toBe('job.done');
    expect(await endOf(jobFirst.get('inside')!)).toBe('inside.done');
    // A signal comes before the jobs of its task, whatever the history says: that is the SDK's rule.
    expect(await endOf(jobFirst.get('message')!)).toBe('message.late');
    await end(worker);

    const timerFirst = await begin(['job', 'inside']);
    await sleep(3_500);
    for (const [type, handle] of timerFirst) await completeJob(handle, type);
    const again = await server.worker(folder);
    expect(await endOf(timerFirst.get('job')!)).toBe('job.late');
    expect(await endOf(timerFirst.get('inside')!)).toBe('inside.late');
    await end(again);
  });

  it('do what an accepted update says', async () => {
    const handle = (await begin(['user'])).get('user')!;
    const update = handle.executeUpdate('completeUserTask', {
      args: [{ key: 'user.a' }],
    });
    await sleep(3_500);
    const worker = await server.worker(folder);
    const accepted = await update.then(
      () => true,
      () => false,
    );
    expect(await endOf(handle)).toBe(accepted ? 'user.done' : 'user.late');
    await end(worker);
  });
});
