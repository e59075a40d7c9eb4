import type { WorkflowHandle } from '@temporalio/client';
import { compile } from './compile';
import type { ProcessState } from './runtime/state';
import { drawing } from './__testUtils__/drawing';
import { startTestServer, until } from './__testUtils__/server';
import type { TestServer } from './__testUtils__/server';

jest.setTimeout(120_000);

const job = (id: string, more = '', attributes = '') =>
  `<bpmn:serviceTask id="${id}" ${attributes}><bpmn:extensionElements><zeebe:taskDefinition type="${id}" /></bpmn:extensionElements>${more}</bpmn:serviceTask>`;
const flow = (from: string, to: string, condition = '') =>
  `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${
    condition &&
    `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`
  }</bpmn:sequenceFlow>`;

/** Books once, then counts in a loop; a reminder and messages come beside; at the end the booking is undone. */
const looping = drawing(
  [
    '<bpmn:startEvent id="s" />',
    job('book'),
    '<bpmn:boundaryEvent id="undo" attachedToRef="book"><bpmn:compensateEventDefinition id="d1" /></bpmn:boundaryEvent>',
    job('unbook', '', 'isForCompensation="true"'),
    '<bpmn:association id="as" associationDirection="One" sourceRef="undo" targetRef="unbook" />',
    '<bpmn:exclusiveGateway id="head" />',
    job('count'),
    '<bpmn:exclusiveGateway id="again" default="again_head" />',
    '<bpmn:intermediateThrowEvent id="compensate"><bpmn:compensateEventDefinition id="d2" /></bpmn:intermediateThrowEvent>',
    '<bpmn:endEvent id="e" />',
    '<bpmn:subProcess id="reminds" triggeredByEvent="true"><bpmn:startEvent id="remind" isInterrupting="false"><bpmn:timerEventDefinition id="d3"><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">R3/PT0.5S</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>',
    '<bpmn:endEvent id="reminded" /><bpmn:sequenceFlow id="f9" sourceRef="remind" targetRef="reminded" /></bpmn:subProcess>',
    '<bpmn:subProcess id="hears" triggeredByEvent="true"><bpmn:startEvent id="hear" isInterrupting="false"><bpmn:messageEventDefinition id="d4" messageRef="news" /></bpmn:startEvent>',
    '<bpmn:endEvent id="heard" /><bpmn:sequenceFlow id="f8" sourceRef="hear" targetRef="heard" /></bpmn:subProcess>',
    flow('s', 'book'),
    flow('book', 'head'),
    flow('head', 'count'),
    flow('count', 'again'),
    flow('again', 'compensate', '=n &gt;= 200'),
    flow('again', 'head'),
    flow('compensate', 'e'),
  ].join('\n'),
  `<bpmn:message id="news" name="news"><bpmn:extensionElements><zeebe:subscription correlationKey='="k"' /></bpmn:extensionElements></bpmn:message>`,
);

const many = (marker: string) =>
  drawing(
    [
      '<bpmn:startEvent id="s" />',
      job(
        'square',
        `<bpmn:multiInstanceLoopCharacteristics ${marker}><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..150 return i" inputElement="i" outputCollection="squares" outputElement="=i * i" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`,
      ),
      '<bpmn:endEvent id="e" />',
      flow('s', 'square'),
      flow('square', 'e'),
    ].join('\n'),
  );

const activities = `
let undone = 0;
export const book = async () => ({});
export const unbook = async () => ({ undone: (undone += 1) });
export const count = async (input: { n?: number }) => ({ n: (input.n ?? 0) + 1 });
export const square = async () => ({});
`;

let server: TestServer;

beforeAll(async () => {
  // The server asks for a new run much earlier than it does for real.
  server = await startTestServer([
    '--dynamic-config-value',
    'limit.historyCount.suggestContinueAsNew=60',
  ]);
});
afterAll(() => server.close());

async function start(name: string, source: string): Promise<WorkflowHandle> {
  const { files, diagnostics, processes } = await compile(source, { name });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual(
    [],
  );
  await server.worker(
    server.project(files, { 'src/activities.ts': activities }),
  );
  return server.client.workflow.start(processes[0]?.workflowType ?? '', {
    workflowId: name,
    taskQueue: name,
    args: [{}],
  });
}

async function runsOf(workflowId: string): Promise<number> {
  let runs = 0;
  const query = `WorkflowId="${workflowId}"`;
  for await (const _ of server.client.workflow.list({ query })) runs += 1;
  return runs;
}

const stateOf = (workflowId: string) => () =>
  server.client.workflow.getHandle(workflowId).query<ProcessState>('state');

it('goes on in new runs without losing messages, timers and what is to be undone', async () => {
  const handle = await start('looping', looping);
  await handle.signal('message', { name: 'later', correlationKey: 'k' });
  for (let nth = 0; nth < 3; nth += 1) {
    await until(
      async () => (await stateOf('looping')()).variables.n,
      n => Number(n) > nth * 20,
    );
    await server.client.workflow
      .getHandle('looping')
      .signal('message', { name: 'news', correlationKey: 'k' });
  }
  expect(await handle.result()).toMatchObject({ n: 200, undone: 1 });
  const { path } = await stateOf('looping')();
  const times = (id: string) => path.filter(each => each === id).length;
  expect(times('count')).toBe(200);
  expect(times('book')).toBe(1);
  expect(times('unbook')).toBe(1);
  expect(times('reminds')).toBe(3);
  expect(times('heard')).toBe(3);
  expect(await runsOf('looping')).toBeGreaterThan(3);
});

it.each([
  ['sequential', 'isSequential="true"'],
  ['parallel', ''],
])('runs %s instances over several runs', async (name, marker) => {
  const handle = await start(name, many(marker));
  const { squares } = await handle.result();
  expect(squares).toEqual(Array.from({ length: 150 }, (_, i) => (i + 1) ** 2));
  expect(await runsOf(name)).toBeGreaterThan(1);
});
