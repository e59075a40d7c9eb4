import type { WorkflowHandle } from '@temporalio/client';
import { compile } from './compile';
import { sketch } from './__testUtils__/drawing';
import { runTool, startTestServer, until } from './__testUtils__/server';
import type { TestServer } from './__testUtils__/server';
import type { ProcessState } from './runtime/state';

jest.setTimeout(240_000);

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const policies = `import type { JobPolicy } from './runtime/policy.gen.ts';
const local: JobPolicy = { local: true, startToCloseTimeout: '1 second', retry: { initialInterval: '10ms', maximumAttempts: 2 } };
export const policies: Record<string, JobPolicy> = {
  quick: local,
  beside: local,
  guarded: local,
  slow: { ...local, startToCloseTimeout: '2 seconds' },
  fails: local,
  large: local,
  normal: { startToCloseTimeout: '1 second', retry: { maximumAttempts: 1 } },
};
`;

const activities = `import { bpmnError } from './runtime/bpmn-error.gen.ts';
let attempts = 0;
const text = (input: object) => 'x'.repeat(Number((input as { size?: number }).size ?? 0));
export const quick = async () => ({ quick: true });
export const beside = async () => ({});
export const guarded = async () => ({});
export const slow = async () => ({});
export const fails = async (input: object) => {
  attempts += 1;
  if ((input as { code?: string }).code) throw bpmnError('CODE', 'on purpose', { told: true });
  if (!(input as { mended?: boolean }).mended) throw new Error('not yet');
  return { attempts };
};
export const large = async (input: object) => ({ text: text(input) });
export const normal = async (input: object) => ({ text: text(input) });
`;

async function serve(text: string): Promise<string> {
  const beside = '<bpmn:error id="E" errorCode="CODE" />';
  const { files, diagnostics } = await compile(sketch(text, beside), {
    name: 'local',
  });
  expect(diagnostics).toEqual([]);
  return server.project(files, {
    'src/policies.ts': policies,
    'src/activities.ts': activities,
  });
}

async function start(variables = {}): Promise<WorkflowHandle> {
  return server.client.workflow.start('p', {
    workflowId: `p-${Date.now()}`,
    taskQueue: 'local',
    args: [variables],
  });
}

/** What the history says of the activities: scheduled ones by id, local ones by the summary of their marker. */
async function doneBy(handle: WorkflowHandle) {
  const events = (await handle.fetchHistory()).events ?? [];
  return {
    scheduled: events.flatMap(
      event => event.activityTaskScheduledEventAttributes?.activityId ?? [],
    ),
    local: events.filter(event => event.markerRecordedEventAttributes).length,
  };
}

const state = (handle: WorkflowHandle) => handle.query<ProcessState>('state');

describe('jobs that a policy calls local', () => {
  it('are done without a task of their own where nothing can interrupt them', async () => {
    const folder =
      await serve(`start s\njob quick\nand f\njob beside\njob normal\nand g\njob guarded\ntimer t on guarded PT1H -> z\njob slow\nend e\nend z
      s -> quick\nquick -> f\nf -> beside\nf -> normal\nbeside -> g\nnormal -> g\ng -> guarded\nguarded -> slow\nslow -> e`);
    const worker = await server.worker(folder);
    const handle = await start();
    await handle.result();
    expect(await doneBy(handle)).toEqual({
      scheduled: ['beside', 'normal', 'guarded', 'slow'],
      local: 1,
    });
    worker.kill();
  });

  it('throw errors and become incidents like all others', async () => {
    const folder = await serve(
      'start s\njob fails\nerror x on fails E -> z\njob quick\nend e\nend z\ns -> fails\nfails -> quick\nquick -> e',
    );
    const worker = await server.worker(folder);
    const wrong = await start();
    const waiting = await until(
      () => state(wrong),
      ({ incidents }) => incidents.length === 1,
    );
    expect(waiting.incidents[0]).toMatchObject({
      key: 'fails',
      message: 'not yet',
    });
    await wrong.executeUpdate('resolveIncident', {
      args: [{ key: 'fails', variables: { mended: true } }],
    });
    expect(await wrong.result()).toMatchObject({ attempts: 3, quick: true });
    expect((await doneBy(wrong)).scheduled).toEqual([]);

    const thrown = await start({ code: 'CODE' });
    expect(await thrown.result()).toMatchObject({ told: true });
    expect((await state(thrown)).path).toEqual(['s', 'fails', 'x', 'z']);
    worker.kill();
  });

  it('are incidents, as all others, where Temporal does not take their input or result', async () => {
    const folder = await serve(
      'start s\njob large\njob normal\nend e\ns -> large\nlarge -> normal\nnormal -> e',
    );
    const worker = await server.worker(folder);
    const handle = await start({ size: 2_200_000 });
    const first = await until(
      () => state(handle),
      ({ incidents }) => incidents.length === 1,
    );
    expect(first.incidents[0]).toMatchObject({
      key: 'large',
      message: expect.stringMatching(/^The result is 2\.1 MB/),
    });
    await handle.executeUpdate('resolveIncident', {
      args: [{ key: 'large', action: 'skip', variables: {} }],
    });
    const second = await until(
      () => state(handle),
      ({ incidents }) => incidents.some(({ key }) => key === 'normal'),
    );
    expect(second.incidents[0].message).toMatch(/^The result is 2\.1 MB/);
    await handle.executeUpdate('resolveIncident', {
      args: [{ key: 'normal', variables: { size: 1_100_000 } }],
    });
    await handle.result();

    const input = await start({ size: 1_100_000, more: 'y'.repeat(1_100_000) });
    // so much that not even its state can be told: it is found by its mark
    const marks = async () => {
      const { searchAttributes } = await input.describe();
      return searchAttributes.BpmnOpen ?? [];
    };
    expect(await until(marks, ({ length }) => length > 0)).toEqual([
      'incident',
      'incident:normal',
    ]);
    await input.terminate();
    worker.kill();
  });
});

describe('a worker in this process', () => {
  it('starts instances at once, tells how it is, and what is not done locally', async () => {
    const folder = await serve(
      'start s\njob quick\njob guarded\ntimer t on guarded PT1H -> z\nend e\nend z\ns -> quick\nquick -> guarded\nguarded -> e',
    );
    const output = await runTool(folder, 'node', [
      '--input-type=module',
      '-e',
      `process.env.TEMPORAL_ADDRESS = '${server.address}';
      process.env.HEALTH_PORT = '39471';
      const { startWorker } = await import('./src/platform/worker.gen.ts');
      const { startP } = await import('./src/client.gen.ts');
      const { deployment, jobElements } = await import('./src/deployment.gen.ts');
      const { policies } = await import('./src/policies.ts');
      const { byJobType } = await import('./src/jobs.gen.ts');
      const activities = byJobType(await import('./src/activities.ts'));
      const { client, stop } = await startWorker({
        deployment, jobElements, policies, activities,
        workflowsPath: '${folder}/src/workflows.gen.ts',
      });
      const ready = await fetch('http://localhost:39471/readyz');
      console.log('ready', ready.status);
      const instance = await startP(client, 'at-once', {});
      await instance.result();
      const { events } = await client.workflow.getHandle('at-once').fetchHistory();
      console.log('eager', events[0].workflowExecutionStartedEventAttributes.eagerExecutionAccepted);
      await stop();`,
    ]);
    expect(output).toMatch(/ready 200/);
    expect(output).toMatch(/eager true/);
    expect(output).toMatch(
      /The job guarded of guarded is not done locally, though its policy says so: something may interrupt it/,
    );
    expect(output).not.toMatch(/The job quick/);
  });
});
