import { compile } from './compile';
import type { ProcessState } from './runtime/state';
import { decisionTable, dmn, expressionDecision } from './__testUtils__/dmn';
import { drawing } from './__testUtils__/drawing';
import { runTool, startTestServer, until } from './__testUtils__/server';
import type { TestServer } from './__testUtils__/server';

jest.setTimeout(120_000);

const dinner = dmn(
  decisionTable(
    'season',
    'Season',
    'UNIQUE',
    `temperature => season
     > 25        => "Summer"
     [10..26]    => "Spring"
     < 10        => "Winter"`,
  ),
  decisionTable(
    'dish',
    'Dish',
    'FIRST',
    `season   | guests => dish    | price
     "Winter" | <= 8   => "Roast" | base * 2
     -        | -      => "Stew"  | base`,
    ['season'],
  ),
  expressionDecision('served', 'date(day) < today()'),
);
const calls = (id: string, name: string, decisionId: string) =>
  `<bpmn:businessRuleTask id="${id}" name="${name}"><bpmn:extensionElements><zeebe:calledDecision decisionId="${decisionId}" bindingType="versionTag" versionTag="1" resultVariable="${id}" /></bpmn:extensionElements></bpmn:businessRuleTask>`;
const flow = (from: string, to: string) =>
  `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}" />`;
const source = drawing(
  `<bpmn:startEvent id="s" />${calls('menu', 'Dish', 'dish')}${calls(
    'past',
    'Is it past?',
    'served',
  )}<bpmn:endEvent id="e" />${flow('s', 'menu')}${flow('menu', 'past')}${flow(
    'past',
    'e',
  )}`,
);

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await startTestServer();
  const { files, diagnostics } = await compile(source, {
    name: 'dinner',
    decisions: { 'dinner.dmn': dinner },
  });
  expect(diagnostics).toEqual([]);
  folder = server.project(files);
  await server.worker(folder);
});
afterAll(() => server.close());

const start = (variables: object) =>
  server.client.workflow.start('p', {
    workflowId: `dinner-${Math.random()}`,
    taskQueue: 'dinner',
    args: [variables],
  });

it('makes decisions in the workflow, without a command', async () => {
  const handle = await start({
    temperature: 5,
    guests: 4,
    base: 10,
    day: '2020-01-01',
  });
  expect(await handle.result()).toMatchObject({
    menu: { dish: 'Roast', price: 20 },
    past: true,
  });
  const { events } = await handle.fetchHistory();
  expect(
    events?.filter(event => event.activityTaskScheduledEventAttributes),
  ).toEqual([]);
});

it('is an incident where the table contradicts itself, until the variables are corrected', async () => {
  const handle = await start({ temperature: 26, guests: 4, base: 10 });
  const state = await until(
    () => handle.query<ProcessState>('state'),
    ({ incidents }) => incidents.length > 0,
  );
  const [incident] = state.incidents;
  expect(incident).toMatchObject({
    elementId: 'menu',
    message:
      'The rules 1, 2 of the decision Season (season) match, and its hit policy allows one',
  });
  await handle.executeUpdate('resolveIncident', {
    args: [{ key: incident?.key, variables: { temperature: 30 } }],
  });
  expect(await handle.result()).toMatchObject({
    menu: { dish: 'Stew', price: 10 },
  });
});

it('writes a project that type-checks and lints', async () => {
  await runTool(folder, 'tsc', []);
  await runTool(folder, 'eslint', [
    'src/*decision*',
    'src/*.workflow.gen.ts',
    'src/runtime',
  ]);
});
