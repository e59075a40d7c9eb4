import { compile } from './compile';
import { deploy } from './platform/deploy';
import { startWhere } from './platform/conditions';
import { publishMessage } from './platform/publish';
import { withdraw } from './platform/withdraw';
import type { ProcessState } from './runtime/state';
import { sketches } from './__testUtils__/drawing';
import { definitionsFor } from './__testUtils__/sketch-lines';
import { startTestServer, until } from './__testUtils__/server';
import type { TestServer } from './__testUtils__/server';

jest.setTimeout(120_000);

const mapped = (source: string, target: string) =>
  `<bpmn:extensionElements><zeebe:ioMapping><zeebe:output source="${source}" target="${target}" /></zeebe:ioMapping></bpmn:extensionElements>`;
const start = (mapping: string, definition = '') =>
  `<bpmn:startEvent id="s">${mapping}${definition}</bpmn:startEvent>`;

const processes = {
  timed: `${start(
    mapped('=1 + 1', 'two'),
    '<bpmn:timerEventDefinition id="d"><bpmn:timeCycle>R2/PT1S</bpmn:timeCycle></bpmn:timerEventDefinition>',
  )}\nend e\ns -> e`,
  signalled: `${start(
    mapped('=told', 'heard'),
    '<bpmn:signalEventDefinition id="d" signalRef="s_Sig1" />',
  )}\nend e\ns -> e`,
  throwing: `${start(
    mapped('=greeting', 'told'),
  )}\n<bpmn:intermediateThrowEvent id="t">${mapped('=told', 'told').replace(
    'output',
    'input',
  )}<bpmn:signalEventDefinition id="td" signalRef="s_Sig1" /></bpmn:intermediateThrowEvent>\nend e\ns -> t -> e`,
  conditioned: `${start(
    mapped('=amount * 2', 'twice'),
    '<bpmn:conditionalEventDefinition id="d"><bpmn:condition xsi:type="bpmn:tFormalExpression">=amount > 10</bpmn:condition></bpmn:conditionalEventDefinition>',
  )}\nend e\ns -> e`,
  received: `<bpmn:receiveTask id="r" instantiate="true" messageRef="m_Rcv">${mapped(
    '=told',
    'got',
  )}</bpmn:receiveTask>\nend e\nr -> e`,
  begun: `${start(
    mapped('=told', 'got'),
    '<bpmn:messageEventDefinition id="d" messageRef="m_Beg" />',
  )}\nend e\ns -> e`,
  together:
    '<bpmn:eventBasedGateway id="g" instantiate="true" eventGatewayType="Parallel" />\nawait a message Tog1\nawait b message Tog2\nend x\nend y\ng -> a\na -> x\ng -> b\nb -> y',
  either:
    '<bpmn:eventBasedGateway id="g" instantiate="true" />\nawait a message Eit1\nawait b message Eit2\nend x\nend y\ng -> a\na -> x\ng -> b\nb -> y',
  both: 'start+ s message All1 & message All2\nend e\ns -> e',
  global:
    'start s\n<bpmn:callActivity id="c" calledElement="gst" />\nend e\ns -> c -> e',
  several:
    'start a message First\nstart b message Second\nend x\nend y\na -> x\nb -> y',
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const { files, diagnostics } = await compile(
    sketches(
      processes,
      `${definitionsFor(
        `${Object.values(processes).join(
          '\n',
        )} message Rcv message Beg signal Sig1`,
      )}<bpmn:globalScriptTask id="gst"><bpmn:extensionElements><zeebe:taskDefinition type="work" /></bpmn:extensionElements></bpmn:globalScriptTask>`,
    ),
    { name: 'starts' },
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual(
    [],
  );
  await server.worker(server.project(files));
});
afterAll(() => server.close());

async function resultsOf(type: string): Promise<unknown[]> {
  return Promise.all(
    (await completed(type)).map(id => server.client.workflow.result(id)),
  );
}

function completed(type: string): Promise<string[]> {
  return server.list(`WorkflowType="${type}" AND ExecutionStatus="Completed"`);
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
  expect(await resultsOf('timed')).toEqual([{ two: 2 }, { two: 2 }]);
});

it('by a signal that another process throws', async () => {
  await server.client.workflow.execute('throwing', {
    workflowId: 'thrower',
    taskQueue: 'starts',
    args: [{ greeting: 'hello' }],
  });
  await until(
    () => completed('signalled'),
    ids => ids.length === 1,
  );
  // what the signal brought is mapped, and not merged
  expect(await resultsOf('signalled')).toEqual([{ heard: 'hello' }]);
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
  expect(await server.client.workflow.result(id)).toEqual({
    amount: 11,
    twice: 22,
  });
});

describe('by messages', () => {
  const publish = (name: string, correlationKey?: string) =>
    publishMessage(
      server.client,
      { name, correlationKey, variables: { told: 'hello', other: 1 } },
      'starts',
    );
  const pathsOf = async (type: string, count = 1) => {
    const ids = await until(
      () => completed(type),
      found => found.length === count,
    );
    return Promise.all(
      ids.map(async id => {
        const handle = server.client.workflow.getHandle(id);
        const { path } = await handle.query<ProcessState>('state');
        return path.map(each => each.replace(`${type}.`, '')).join(' ');
      }),
    );
  };

  it('at one of several start events', async () => {
    await publish('Second');
    expect(await pathsOf('several')).toEqual(['b y']);
  });

  it('at a receive task that instantiates', async () => {
    await publish('Rcv');
    expect(await pathsOf('received')).toEqual(['r e']);
    expect(await resultsOf('received')).toEqual([{ got: 'hello' }]);
  });

  it('whose variables are mapped', async () => {
    await publish('Beg');
    expect(await pathsOf('begun')).toEqual(['s e']);
    expect(await resultsOf('begun')).toEqual([{ got: 'hello' }]);
  });

  it('at a gateway that instantiates by the first of its events', async () => {
    await publish('Eit2');
    expect(await pathsOf('either')).toEqual(['b y']);
  });

  it('at a gateway that instantiates and waits for all of its events', async () => {
    await publish('Tog1', 'k');
    await publish('Tog2', 'k');
    const [path = ''] = await pathsOf('together');
    expect(path.split(' ').sort()).toEqual(['a', 'b', 'g', 'x', 'y']);
  });

  it('at a parallel multiple start event', async () => {
    await publish('All1', 'k');
    await publish('All2', 'k');
    expect(await pathsOf('both')).toEqual(['s e']);
  });
});

it('calls a global task in the place of the call activity', async () => {
  await server.client.workflow.execute('global', {
    workflowId: 'global',
    taskQueue: 'starts',
    args: [{}],
  });
});

it('withdraws a project with all its versions, and no other', async () => {
  const callable = (name: string, versionTag?: string) => ({
    name,
    processes: [
      {
        processId: name,
        workflowType: name,
        callable: true,
        versionTag,
        starts: [
          { elementId: 's', timer: { form: 'cycle', source: 'R/PT1H' } },
        ],
      },
    ],
  });
  await deploy(server.client, callable('left', '1'));
  await deploy(server.client, callable('leftover'));
  const schedules = async () => {
    const ids: string[] = [];
    for await (const { scheduleId } of server.client.schedule.list())
      ids.push(scheduleId);
    return ids.filter(id => id.startsWith('bpmn/left'));
  };
  const known = async () => {
    const ids: string[] = [];
    for await (const { workflowId } of server.client.workflow.list({
      query: 'WorkflowType="bpmnDeployment" AND ExecutionStatus="Running"',
    }))
      ids.push(workflowId);
    return ids.filter(id => id.startsWith('bpmn-deployment/left')).sort();
  };
  const all = ['left', 'left@1', 'leftover'].map(
    name => `bpmn-deployment/${name}`,
  );
  await until(known, ids => ids.length === all.length);
  await until(schedules, ids => ids.length === 2);
  expect(await withdraw(server.client, callable('left'))).toBe(2);
  await until(known, ids => ids.join() === 'bpmn-deployment/leftover');
  await until(schedules, ids => ids.join() === 'bpmn/leftover/leftover/s');
  await deploy(server.client, { name: 'leftover', processes: [] });
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
