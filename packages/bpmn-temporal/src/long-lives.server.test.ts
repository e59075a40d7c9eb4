import type { WorkflowHandle } from '@temporalio/client';
import { compile } from './compile';
import type { ProcessState } from './runtime/state';
import { message, sketch } from './__testUtils__/drawing';
import { definitionsFor } from './__testUtils__/sketch-lines';
import { startTestServer, until } from './__testUtils__/server';
import type { TestServer } from './__testUtils__/server';

jest.setTimeout(180_000);

/** Counts `n` up to forty in a loop; `m` is its head. */
const counting = `xor m
  job count
  xor again default=again_m
  m -> count
  count -> again
  again -> m`;
const enough = 'if =n >= 40';

const news = definitionsFor('message news');

const activities = `
let undone = 0;
export const square = async () => ({});
export const count = async (input: { n?: number }) => ({ n: (input.n ?? 0) + 1 });
export const work = async () => ({ undone: (undone += 1) });
export const book = async () => ({});
export const remind = async (input: { reminded?: number }) => ({ reminded: (input.reminded ?? 0) + 1 });
`;

/** Every workflow task replays the run from its beginning. */
const forgetful = `
export const dataConverter = undefined;
export const options = { maxCachedWorkflows: 0 };
`;

let server: TestServer;

beforeAll(async () => {
  // The server asks for a new run much earlier than it does for real.
  server = await startTestServer([
    '--dynamic-config-value',
    'limit.historyCount.suggestContinueAsNew=30',
  ]);
});
afterAll(() => server.close());

async function start(
  name: string,
  source: string,
  variables: object = {},
): Promise<WorkflowHandle> {
  const { files, diagnostics, processes } = await compile(source, { name });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual(
    [],
  );
  await server.worker(
    server.project(files, {
      'src/activities.ts': activities,
      'src/options.ts': forgetful,
    }),
  );
  await server.client.workflow.start(processes[0]?.workflowType ?? '', {
    workflowId: name,
    taskQueue: name,
    args: [variables],
  });
  return server.client.workflow.getHandle(name);
}

/** Jobs take their time on a busy machine. */
const patience = 60_000;

const state = (handle: WorkflowHandle) => handle.query<ProcessState>('state');

async function runsOf(workflowId: string): Promise<number> {
  return (await server.list(`WorkflowId="${workflowId}"`)).length;
}

/** Waits until there have been so many runs. */
const several = (name: string, runs: number) =>
  until(
    () => runsOf(name),
    count => count >= runs,
    patience,
  );

function times(path: readonly string[], id: string): number {
  return path.filter(each => each === id).length;
}

it('loses no messages, timers and nothing that is to be undone at the head of a loop', async () => {
  const handle = await start(
    'looping',
    sketch(
      `
      start s
      job book
      undo unbook of book
      ${counting}
      emit c compensate
      end e
      s -> book
      book -> m
      again -> c ${enough}
      c -> e
      esub reminds
      start* remind timer R3/PT0.5S
      end reminded
      remind -> reminded
      }
      esub hears
      start* hear message news
      end heard
      hear -> heard
      }`,
      news,
    ),
  );
  await handle.signal('message', { name: 'later', correlationKey: 'k' });
  for (let nth = 0; nth < 3; nth += 1) {
    await until(
      () => state(handle),
      ({ variables }) => Number(variables.n) > nth * 10,
      patience,
    );
    await handle.signal('message', { name: 'news', correlationKey: 'k' });
  }
  expect(await handle.result()).toMatchObject({ n: 40, undone: 1 });
  const { path } = await state(handle);
  for (const [id, count] of Object.entries({
    book: 1,
    unbook: 1,
    count: 40,
    reminds: 3,
    heard: 3,
  }))
    expect([id, times(path, id)]).toEqual([id, count]);
  expect(await runsOf('looping')).toBeGreaterThan(3);
});

it.each([
  ['sequential', 'seq'],
  ['parallel', ''],
])('runs %s instances over several runs', async (name, order) => {
  const list = JSON.stringify(Array.from({ length: 120 }, (_, i) => i + 1));
  const handle = await start(
    name,
    sketch(`
      start s
      job square | each==${list} as=i ${order} collect=squares:i*i
      end e
      s -> square
      square -> e`),
  );
  const { squares } = await handle.result();
  expect(squares).toEqual(Array.from({ length: 120 }, (_, i) => (i + 1) ** 2));
  expect(await runsOf(name)).toBeGreaterThan(1);
});

it('keeps a claimed user task, its draft and its deadline while another branch goes round', async () => {
  const handle = await start(
    'besides',
    sketch(`
      start s
      and f
      user u
      timer* late on u PT1H -> lateEnd
      end lateEnd
      ${counting}
      and j
      end e
      s -> f
      f -> u
      f -> m
      u -> j
      again -> j ${enough}
      j -> e`),
  );
  await until(
    () => state(handle),
    ({ userTasks }) => userTasks.length === 1,
  );
  await handle.executeUpdate('claimUserTask', {
    args: [{ key: 'u', assignee: 'ada' }],
  });
  await handle.executeUpdate('saveUserTask', {
    args: [{ key: 'u', variables: { remark: 'half' } }],
  });
  const [before] = (await state(handle)).userTasks;
  await until(
    () => state(handle),
    ({ variables }) => variables.n === 40,
    patience,
  );
  expect(await runsOf('besides')).toBeGreaterThan(3);
  const later = await state(handle);
  expect(later.userTasks).toEqual([before]);
  expect(later.tokens.map(({ elementId }) => elementId)).toContain('u');
  await handle.executeUpdate('completeUserTask', {
    args: [{ key: 'u', variables: { ok: true } }],
  });
  expect(await handle.result()).toMatchObject({
    n: 40,
    ok: true,
    remark: 'half',
  });
  const { path } = await state(handle);
  expect(times(path, 'u')).toBe(1);
  expect(times(path, 'count')).toBe(40);
});

/** Something with a timer at the head of a loop: a run pauses in front of it, and it begins in the next one. */
const heads = {
  'a timer': 'wait h PT0.05S\nh -> count',
  'a user task with a deadline':
    'user h\ntimer t on h PT0.05S -> count\nend o\nh -> o',
  'a gateway that waits for events':
    'event h\nwait w PT0.05S\nwait v PT1H\nend o\nh -> w\nh -> v\nv -> o\nw -> count',
};

it.each(Object.entries(heads))('begins %s anew', async (name, head) => {
  const id = name.replaceAll(' ', '-');
  const handle = await start(
    id,
    sketch(`
      start s
      ${head}
      job count
      xor again default=again_h
      end e
      s -> h
      count -> again
      again -> h
      again -> e if =n >= 15`),
  );
  expect(await handle.result()).toMatchObject({ n: 15 });
  expect(await runsOf(id)).toBeGreaterThan(2);
});

it('gives each instance of a subprocess a deadline of its own', async () => {
  const handle = await start(
    'deadlines',
    sketch(`
      start s
      sub q | each==[1,2,3,4,5,6,7,8,9,10,11,12] as=i seq
      start i
      job count
      user u
      end o
      i -> count
      count -> u
      u -> o
      esub h
      start t timer PT0.05S
      end te
      t -> te
      }
      }
      end e
      s -> q
      q -> e`),
  );
  expect(await handle.result()).toMatchObject({ n: 12 });
  expect(await runsOf('deadlines')).toBeGreaterThan(2);
});

it('goes on inside of a subprocess, with its variables, its deadline and what it has to undo', async () => {
  const handle = await start(
    'inside',
    sketch(`
      start s
      sub q
      start i
      job a book
      undo ua of a
      ${counting}
      emit c compensate
      end o
      i -> a
      a -> m
      again -> c ${enough}
      c -> o
      }
      timer t on q PT1H -> late
      end late
      end e
      s -> q
      q -> e`),
  );
  expect(await handle.result()).toMatchObject({ n: 40, undone: 1 });
  expect(await runsOf('inside')).toBeGreaterThan(3);
  const { path, ended } = await state(handle);
  expect(times(path, 'q')).toBe(1);
  expect(times(path, 'count')).toBe(40);
  expect(times(path, 'ua')).toBe(1);
  expect(ended).toBe('e');
});

it('hears the same message as before, whatever became of the variable of its key', async () => {
  const handle = await start(
    'hears',
    sketch(
      `
      start s
      catch c answer
      end e
      s -> c
      c -> e
      esub h
      start* hs message news
      script n n =n + 1
      script k k =&quot;other&quot;
      end he
      hs -> n
      n -> k
      k -> he
      }`,
      `${message('answer', '=k')}${news}`,
    ),
    { k: 'mine', n: 0 },
  );
  for (let nth = 0; nth < 40; nth += 1)
    await handle.signal('message', { name: 'news', correlationKey: 'k' });
  await until(
    () => state(handle),
    ({ variables }) => variables.n === 40,
    patience,
  );
  await handle.signal('message', { name: 'news', correlationKey: 'k' });
  await several('hears', 2);
  expect((await state(handle)).subscriptions).toContainEqual({
    elementId: 'c',
    messageName: 'answer',
    correlationKey: 'mine',
  });
  await handle.signal('message', { name: 'answer', correlationKey: 'mine' });
  expect(await handle.result()).toMatchObject({ n: 41, k: 'other' });
});

it('lets a timer beside a task happen as often as it should', async () => {
  const handle = await start(
    'reminds',
    sketch(`
      start s
      user u
      timer* t on u R/PT0.1S -> remind
      job remind
      wait w PT0.05S
      end r
      end e
      s -> u
      u -> e
      remind -> w
      w -> r`),
  );
  await several('reminds', 3);
  await handle.executeUpdate('completeUserTask', { args: [{ key: 'u' }] });
  await handle.result();
  const { path, variables } = await state(handle);
  expect(variables.reminded).toBe(times(path, 'remind'));
  expect(times(path, 'u')).toBe(1);
});

it('keeps the marking of a token region', async () => {
  const handle = await start(
    'region',
    sketch(`
      start s
      xor x default=x_b
      job count
      job b book
      xor y default=y_count
      end e
      user u
      and f
      s -> f
      f -> u
      f -> x
      x -> count if =start = 1
      x -> b
      count -> b
      b -> y
      y -> u ${enough}
      y -> count
      u -> e`),
    { start: 1 },
  );
  await until(
    () => state(handle),
    ({ userTasks }) => userTasks.length === 2,
    patience,
  );
  expect(await runsOf('region')).toBeGreaterThan(3);
  for (const key of ['u', 'u:2'])
    await handle.executeUpdate('completeUserTask', { args: [{ key }] });
  expect(await handle.result()).toMatchObject({ n: 40 });
  expect(times((await state(handle)).path, 'count')).toBe(40);
});

it('stays in its run where a token waits for ever and nothing goes round', async () => {
  const handle = await start(
    'waits',
    sketch(`
      start s
      and f
      xor x default=x_o
      and j
      end o
      end e
      s -> f
      f -> x
      f -> j
      x -> j if =start = 1
      x -> o
      j -> e`),
    { start: 0 },
  );
  for (let nth = 0; nth < 15; nth += 1) {
    await handle.signal('message', { name: 'news', correlationKey: `${nth}` });
    const { tokens } = await state(handle);
    expect(tokens.map(({ elementId }) => elementId)).toEqual(['j']);
  }
  expect(await runsOf('waits')).toBe(1);
});

it('turns a standard loop over several runs', async () => {
  const handle = await start(
    'turns',
    sketch(`
      start s
      job count | max=40
      end e
      s -> count
      count -> e`),
  );
  expect(await handle.result()).toMatchObject({ n: 40 });
  expect(await runsOf('turns')).toBeGreaterThan(2);
});
