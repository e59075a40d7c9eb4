import { compile } from './compile';
import { deploy } from './platform/deploy';
import { startWhere } from './platform/conditions';
import { sketches } from './__testUtils__/drawing';
import { definitionsFor } from './__testUtils__/sketch-lines';
import { startTestServer, until } from './__testUtils__/server';
import type { TestServer } from './__testUtils__/server';

jest.setTimeout(120_000);

const processes = {
  timed: 'start s timer R2/PT1S\nend e\ns -> e',
  signalled: 'start s signal Sig1\nend e\ns -> e',
  throwing: 'start s\nemit t signal Sig1\nend e\ns -> t -> e',
  conditioned: 'start s if =amount > 10\nend e\ns -> e',
  several:
    'start a message First\nstart b message Second\nend x\nend y\na -> x\nb -> y',
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const { files, diagnostics } = await compile(
    sketches(processes, definitionsFor(Object.values(processes).join('\n'))),
    { name: 'starts' },
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual(
    [],
  );
  await server.worker(server.project(files));
});
afterAll(() => server.close());

async function completed(type: string): Promise<string[]> {
  const ids: string[] = [];
  const query = `WorkflowType="${type}" AND ExecutionStatus="Completed"`;
  for await (const { workflowId } of server.client.workflow.list({ query }))
    ids.push(workflowId);
  return ids;
}

it('by a timer: a schedule that the worker makes', async () => {
  const schedules: string[] = [];
  for await (const { scheduleId } of server.client.schedule.list())
    schedules.push(scheduleId);
  expect(schedules).toEqual(['bpmn/starts/timed/timed.s']);
  await until(
    () => completed('timed'),
    ids => ids.length === 2,
  );
});

it('by a signal that another process throws', async () => {
  await server.client.workflow.execute('throwing', {
    workflowId: 'thrower',
    taskQueue: 'starts',
    args: [{}],
  });
  await until(
    () => completed('signalled'),
    ids => ids.length === 1,
  );
});

it('by a condition, where it holds', async () => {
  const starts = [
    {
      processId: 'conditioned',
      workflowType: 'conditioned',
      elementId: 'conditioned.s',
      condition: {
        source: '=amount > 10',
        evaluate: (v: { amount?: unknown }) => Number(v.amount) > 10,
      },
    },
  ];
  const ask = (amount: number) =>
    startWhere(server.client, starts, { amount }, 'starts');
  expect(await ask(1)).toEqual([]);
  const [id = ''] = await ask(11);
  await server.client.workflow.getHandle(id).result();
});

it('forgets schedules and starts that a newer deployment does not have', async () => {
  await deploy(server.client, { name: 'starts', processes: [] });
  await until(
    async () => {
      const schedules: string[] = [];
      for await (const { scheduleId } of server.client.schedule.list())
        schedules.push(scheduleId);
      return schedules;
    },
    ids => ids.length === 0,
  );
  const { status } = await server.client.workflow
    .getHandle('bpmn-deployment/starts')
    .describe();
  expect(status.name).toBe('TERMINATED');
});
