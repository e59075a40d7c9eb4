import type { WorkflowHandle } from '@temporalio/client';
import { compile } from './compile';
import type { ProcessState } from './runtime/state';
import { message, sketches } from './__testUtils__/drawing';
import { startTestServer, until } from './__testUtils__/server';
import type { TestServer } from './__testUtils__/server';

jest.setTimeout(120_000);

interface Case {
  readonly process: string;
  readonly variables?: object;
  /** The path, without the process id in front of each element. */
  readonly path?: string;
  /** The same, sorted, where the order is a matter of luck. */
  readonly elements?: string;
  readonly ended?: string;
  readonly fails?: string;
  readonly result?: object;
  /** What it waits for, if it ends by itself never. */
  readonly waits?: string;
}

const loop =
  'xor x default=x_m\njob a\nend e\nxor m\ns -> m\nm -> a\na -> x\nx -> e if =n >= 3';
const cases: Record<string, Case> = {
  sequence: {
    process: 'start s\njob a\nend e\ns -> a\na -> e',
    path: 's a e',
    ended: 'e',
  },
  choice: {
    process:
      'start s\nxor x default=x_b\njob a\njob b\nend e\ns -> x\nx -> a if =n > 1\nx -> b\na -> e\nb -> e',
    variables: { n: 2 },
    path: 's x a e',
  },
  otherwise: {
    process:
      'start s\nxor x default=x_b\njob a\njob b\nend e\ns -> x\nx -> a if =n > 1\nx -> b\na -> e\nb -> e',
    variables: { n: 1 },
    path: 's x b e',
  },
  firstOfTwo: {
    process:
      'start s\nxor x\nend a\nend b\ns -> x\nx -> a if =true\nx -> b if =true',
    path: 's x a',
    ended: 'a',
  },
  looping: {
    process: `start s\n${loop.replace('job a', 'script a n =n + 1')}\nx -> m`,
    variables: { n: 0 },
    path: 's m a x m a x m a x e',
    result: { n: 3 },
  },
  parallel: {
    process:
      'start s\nand f\njob a\njob b\nand j\nend e\ns -> f\nf -> a\nf -> b\na -> j\nb -> j\nj -> e',
    path: 's f a b j e',
  },
  twoEnds: {
    process:
      'start s\nand f\njob a\nend e\nend g\ns -> f\nf -> a\nf -> g\na -> e',
    path: 's f a g e',
  },
  multiMerge: {
    process:
      'start s\nand f\njob a\njob b\njob c\nend e\ns -> f\nf -> a\nf -> b\na -> c\nb -> c\nc -> e',
    elements: 'a b c c e e f s',
  },
  implied: {
    process:
      'start s\njob a\njob b\njob c\nend e\ns -> a\ns -> b\na -> c\nb -> c\nc -> e',
    elements: 'a b c c e e s',
  },
  crosswise: {
    process:
      'start s\nand f\njob a\njob b\nand g\nand h\njob c\nand j\njob z\nend e\ns -> f\nf -> a\nf -> b\na -> g\ng -> h\ng -> j\nb -> h\nh -> c\nc -> j\nj -> z\nz -> e',
    ended: 'e',
  },
  stuckJoin: {
    process:
      'start s\nxor x default=x_b\njob a\njob b\nand j\nend e\ns -> x\nx -> a if =true\nx -> b\na -> j\nb -> j\nj -> e',
    waits: 'j',
  },
  twoEntries: {
    process:
      'start s\nxor x default=x_b\nscript a n =n + 1\njob b\nxor y default=y_a\njob c\nend e\ns -> x\nx -> a if =true\nx -> b\na -> b\nb -> y\ny -> c if =n > 2\ny -> a\nc -> e',
    variables: { n: 0 },
    path: 's x a b y a b y a b y c e',
  },
  terminated: {
    process:
      'start s\nand f\nwait w PT1H\nterminate t\nend e\ns -> f\nf -> w\nf -> t\nw -> e',
    path: 's f w t',
    ended: 't',
  },
  errorEnd: {
    process:
      'start s\nand f\nwait w PT1H\nthrow t E\nend e\ns -> f\nf -> w\nf -> t\nw -> e',
    fails: 'CODE',
  },
  errorFromInside: {
    process:
      'start s\nsub b\nstart i\nthrow o E\ni -> o\n}\nend e\nerror c on b E -> h\njob h\nend q\ns -> b\nb -> e\nh -> q',
    path: 's b i o c h q',
    ended: 'q',
  },
  errorFromJob: {
    process:
      'start s\njob a fail\nend e\nerror c on a E -> q\nend q\ns -> a\na -> e',
    path: 's a c q',
    result: { why: 'no stock' },
  },
  terminatesInside: {
    process:
      'start s\nsub b\nstart i\nand f\nwait w PT1H\nterminate t\ni -> f\nf -> w\nf -> t\nend x\nw -> x\n}\nend e\ns -> b\nb -> e',
    path: 's b i f w t e',
    ended: 'e',
  },
  interrupted: {
    process:
      'start s\nsub b\nstart i\nwait w PT1H\nend o\ni -> w\nw -> o\n}\nend e\ntimer t on b PT1S -> q\nend q\ns -> b\nb -> e',
    path: 's b i w t q',
  },
  mergesBack: {
    process:
      'start s\nuser a\ntimer t on a PT1S -> r\njob r\njob b\nend e\ns -> a\na -> b\nr -> b\nb -> e',
    path: 's a t r b e',
  },
  loopsBack: {
    process:
      'start s\nscript i n =n + 1\nxor x default=x_w\nuser w\ntimer t on w PT1S -> i\nend e\ns -> i\ni -> x\nx -> e if =n > 2\nx -> w\nw -> e',
    variables: { n: 0 },
    path: 's i x w t i x w t i x e',
  },
  besides: {
    process:
      'start s\nsub a\nstart i\nwait w PT10S\nend o\ni -> w\nw -> o\n}\ntimer* t on a R2/PT1S -> r\njob r\nend q\nend e\ns -> a\na -> e\nr -> q',
    path: 's a i w t r q t r q o e',
    ended: 'e',
  },
  besidesMerging: {
    process:
      'start s\nsub a\nstart i\nwait w PT2S\nend o\ni -> w\nw -> o\n}\ntimer* t on a PT1S -> b\njob b\nend e\ns -> a\na -> b\nb -> e',
    path: 's a i w t b e o b e',
  },
  deferred: {
    process:
      'start s\nevent g\nwait w PT1S\ncatch c never\nend a\nend b\ns -> g\ng -> w\ng -> c\nw -> a\nc -> b',
    path: 's g w a',
    ended: 'a',
  },
  waiting: {
    process: 'start s\ncatch c never\nend e\ns -> c\nc -> e',
    waits: 'c',
  },
  clock: {
    process:
      'start s\nscript a zone =ends with(string(now()), "Z")\nscript b same =string(today()) = substring(string(now()), 1, 10)\nend e\ns -> a\na -> b\nb -> e'.replace(
        /"/g,
        '&quot;',
      ),
    result: { zone: true, same: true },
  },
  person: { process: 'start s\nuser u\nend e\ns -> u\nu -> e', waits: 'u' },
};

let server: TestServer;
const handles = new Map<string, WorkflowHandle>();
let types: Map<string, string>;

beforeAll(async () => {
  server = await startTestServer();
  const beside = `${message('never')}<bpmn:error id="E" errorCode="CODE" />`;
  const source = sketches(
    Object.fromEntries(
      Object.entries(cases).map(([id, { process }]) => [id, process]),
    ),
    beside,
  );
  const { files, diagnostics, processes } = await compile(source, {
    name: 'elements',
  });
  // some of them are warned of on purpose: a join that waits for ever, a loop without a wait
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual(
    [],
  );
  types = new Map(
    processes.map(({ processId, workflowType }) => [processId, workflowType]),
  );
  const activities =
    files.find(({ path }) => path === 'src/activities.ts')?.content ?? '';
  const folder = server.project(files, {
    'src/activities.ts': `${activities.replace(
      /return defaults\.fail;/,
      "throw bpmnError('CODE', 'no stock', { why: 'no stock' });",
    )}
      import { bpmnError } from './runtime/bpmn-error.gen.ts';`,
  });
  await server.worker(folder);
  for (const [id, { variables = {} }] of Object.entries(cases))
    handles.set(
      id,
      await server.client.workflow.start(types.get(id) ?? id, {
        workflowId: id,
        taskQueue: 'elements',
        args: [variables],
      }),
    );
});
afterAll(() => server.close());

describe('elements', () => {
  it.each(Object.keys(cases))('%s', async id => {
    const { path, elements, ended, fails, result, waits } = cases[id] as Case;
    const handle = handles.get(id) as WorkflowHandle;
    const plain = (name: string) => name.replace(`${id}.`, '');
    const state = () => handle.query<ProcessState>('state');
    if (fails)
      await expect(handle.result()).rejects.toMatchObject({
        cause: { type: fails },
      });
    else if (waits) {
      const { tokens } = await until(state, open =>
        open.tokens.some(token => token.elementId === `${id}.${waits}`),
      );
      expect(tokens.map(token => plain(token.elementId))).toEqual([waits]);
      await handle.terminate();
      return;
    } else {
      const variables = await handle.result();
      if (result) expect(variables).toMatchObject(result);
    }
    const last = await state();
    expect(last.tokens).toEqual([]);
    if (path) expect(last.path.map(plain).join(' ')).toBe(path);
    if (elements) expect(last.path.map(plain).sort().join(' ')).toBe(elements);
    if (ended) expect(plain(last.ended ?? '')).toBe(ended);
  });
});
