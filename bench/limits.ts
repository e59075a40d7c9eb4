import { spawn, type ChildProcess } from 'node:child_process';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { compile } from '../packages/bpmn-temporal/src';
import { temporalCli } from '../scripts/temporal/binaries';
import { writeTemporary } from '../packages/bpmn-temporal/src/cli/run';
import { rounded, type Figure } from './figures';

/** Events that Temporal allows a history to have. */
const ALLOWED = 51_200;
const QUEUE = 'limits';

const activity = (id: string, tag: string, type: string, marker = '') =>
  `<bpmn:${tag} id="${id}"><bpmn:extensionElements>${type}</bpmn:extensionElements>${marker}</bpmn:${tag}>`;
const job = (id: string, marker = '') =>
  activity(id, 'serviceTask', '<zeebe:taskDefinition type="work" />', marker);
const flow = (from: string, to: string, condition = '') =>
  `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${condition}</bpmn:sequenceFlow>`;
const each = (count: number) =>
  `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..${count} return i" inputElement="i" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`;
const chain = (ids: string[]) =>
  ids
    .slice(1)
    .map((to, nth) => flow(ids[nth], to))
    .join('');

const TEN = Array.from({ length: 10 }, (_, nth) => `j${nth}`);
const PROCESSES: Record<string, string> = {
  loop_10000: `<bpmn:startEvent id="l.s" /><bpmn:exclusiveGateway id="l.m" />${job(
    'l.a',
  )}
    <bpmn:scriptTask id="l.n"><bpmn:extensionElements><zeebe:script expression="=n + 1" resultVariable="n" /></bpmn:extensionElements></bpmn:scriptTask>
    <bpmn:exclusiveGateway id="l.x" default="l.x_l.m" /><bpmn:endEvent id="l.e" />${chain(
      ['l.s', 'l.m', 'l.a', 'l.n', 'l.x'],
    )}
    ${flow('l.x', 'l.m')}${flow(
    'l.x',
    'l.e',
    '<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=n >= 10000</bpmn:conditionExpression>',
  )}`,
  instances_2000_by_10: `<bpmn:startEvent id="m.s" /><bpmn:subProcess id="m.p">${each(
    2000,
  )}<bpmn:startEvent id="m.i" />${TEN.map(id => job(`m.${id}`)).join(
    '',
  )}<bpmn:endEvent id="m.o" />
    ${chain([
      'm.i',
      ...TEN.map(id => `m.${id}`),
      'm.o',
    ])}</bpmn:subProcess><bpmn:endEvent id="m.e" />${chain([
    'm.s',
    'm.p',
    'm.e',
  ])}`,
  user_tasks_2500: `<bpmn:startEvent id="u.s" />${activity(
    'u.t',
    'userTask',
    '<zeebe:userTask />',
    each(2500),
  )}<bpmn:endEvent id="u.e" />${chain(['u.s', 'u.t', 'u.e'])}`,
};

/** Long instances: what they take, and the longest history that they make. */
export async function limits(): Promise<Figure[]> {
  const environment = await TestWorkflowEnvironment.createLocal({
    server: {
      executable: { type: 'existing-path', path: await temporalCli() },
      log: { format: 'json', level: 'never' },
    },
  });
  let worker: ChildProcess | undefined;
  try {
    const { files, processes, diagnostics } = await compile(drawing(), {
      name: QUEUE,
    });
    if (!files.length) throw new Error(JSON.stringify(diagnostics));
    const folder = writeTemporary({
      files,
      processes,
      diagnostics,
      sourceMap: [],
    });
    worker = await startWorker(folder, environment.address);
    const figures: Figure[] = [];
    for (const [index, name] of Object.keys(PROCESSES).entries())
      figures.push(
        ...(await run(environment.client, name, processes[index].workflowType)),
      );
    return figures;
  } finally {
    worker?.kill('SIGTERM');
    await environment.teardown();
  }
}

async function run(
  client: Client,
  name: string,
  workflowType: string,
): Promise<Figure[]> {
  const begun = performance.now();
  const handle = await client.workflow.start(workflowType, {
    workflowId: name,
    taskQueue: QUEUE,
    args: [{ n: 0 }],
  });
  const through = handle.result();
  if (name.startsWith('user')) await completeAll(client, handle);
  await through;
  const seconds = (performance.now() - begun) / 1000;
  const lengths: number[] = [];
  const query = `WorkflowId="${name}"`;
  for await (const { runId } of client.workflow.list({ query }))
    lengths.push(
      (await client.workflow.getHandle(name, runId).describe()).historyLength,
    );
  return [
    { name: `${name}_seconds`, value: rounded(seconds), unit: 's' },
    { name: `${name}_runs`, value: lengths.length, unit: '' },
    {
      name: `${name}_longest_history`,
      value: Math.max(...lengths),
      unit: 'events',
      goal: `<= ${ALLOWED}`,
    },
  ];
}

interface State {
  userTasks: { key: string }[];
}

/** The server takes ten updates of an instance at a time; more have to wait and be tried again. */
const LANES = 8;

/** Completes what is open until all have been: 2,500 tasks, at most 100 of them open at a time. */
async function completeAll(
  client: Client,
  handle: WorkflowHandle,
): Promise<void> {
  const current = client.workflow.getHandle(handle.workflowId);
  for (let left = 2500; left > 0; ) {
    const { userTasks } = await current
      .query<State>('state')
      .catch(() => ({ userTasks: [] }));
    const lane = async () => {
      for (let task = userTasks.pop(); task; task = userTasks.pop())
        await current
          .executeUpdate('completeUserTask', { args: [{ key: task.key }] })
          .then(
            () => (left -= 1),
            () => undefined,
          );
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }
}

export function drawing(): string {
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">${Object.entries(
    PROCESSES,
  )
    .map(
      ([id, inside]) =>
        `<bpmn:process id="${id}" isExecutable="true">${inside}</bpmn:process>`,
    )
    .join('')}</bpmn:definitions>`;
}

function startWorker(folder: string, address: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['src/worker.ts'], {
    cwd: folder,
    env: { PATH: process.env.PATH, TEMPORAL_ADDRESS: address },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      if (text.toString().includes('Worker ready')) resolve(child);
    });
    child.on('exit', code =>
      reject(new Error(`The worker ended with ${code}`)),
    );
  });
}
