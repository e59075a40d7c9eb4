import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '../compile';
import type { ProcessState } from '../runtime/state';
import { dmn, expressionDecision } from '../__testUtils__/dmn';
import { sketch } from '../__testUtils__/drawing';
import { startTestServer, until } from '../__testUtils__/server';
import type { TestServer } from '../__testUtils__/server';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

interface Ended {
  code: number;
  out: string;
  err: string;
}

function bpmnTemporal(...args: string[]): Promise<Ended> {
  const program = join(__dirname, '../../bin/bpmn-temporal');
  return new Promise(resolve => {
    execFile(
      process.execPath,
      [program, ...args],
      { env: { PATH: process.env.PATH }, maxBuffer: 1e8 },
      (error, out, err) =>
        resolve({
          code: typeof error?.code === 'number' ? error.code : 0,
          out,
          err,
        }),
    );
  });
}

const good = file('good.bpmn', sketch('start s\nuser u\nend e\ns -> u -> e'));
const bad = file('bad.bpmn', sketch('start s\nxor x\nend e\ns -> x -> e'));

it('tells how it is called', async () => {
  expect(await bpmnTemporal('--help')).toMatchObject({
    code: 0,
    out: expect.stringContaining('diff OLD NEW'),
  });
  expect(await bpmnTemporal('check', '--help')).toMatchObject({
    code: 0,
    out: expect.stringContaining('sarif'),
  });
  expect(await bpmnTemporal('chek')).toMatchObject({
    code: 2,
    err: expect.stringContaining('There is no command chek'),
  });
  expect(await bpmnTemporal('compile', good)).toMatchObject({ code: 2 });
  expect(
    await bpmnTemporal('check', join(folder, 'absent.bpmn')),
  ).toMatchObject({
    code: 2,
    err: expect.stringContaining('There is no file'),
  });
});

it('writes projects, keeps what is written by hand, and notices drift', async () => {
  const out = join(folder, 'out');
  expect(await bpmnTemporal('compile', good, '--out', out)).toMatchObject({
    code: 0,
  });
  writeFileSync(join(out, 'src/activities.ts'), '// mine');
  await bpmnTemporal('compile', good, '--out', out);
  expect(readFileSync(join(out, 'src/activities.ts'), 'utf8')).toBe('// mine');
  expect(
    await bpmnTemporal('compile', good, '--out', out, '--check'),
  ).toMatchObject({ code: 0 });
  writeFileSync(join(out, 'src/jobs.gen.ts'), 'edited');
  expect(
    await bpmnTemporal('compile', good, '--out', out, '--check'),
  ).toMatchObject({
    code: 1,
    err: expect.stringContaining('src/jobs.gen.ts: edited'),
  });
  const several = await bpmnTemporal('compile', good, bad, '--out', out);
  expect(several).toMatchObject({
    code: 1,
    err: expect.stringMatching(/\[2\/2\][\s\S]*1 of 2 drawings compiled/),
  });
});

it('says when a package is needed that package.json does not have', async () => {
  const out = join(folder, 'needs');
  const drawn = (expression: string) =>
    file(
      'needs.bpmn',
      sketch(`start s\nscript a x ${expression}\nend e\ns -> a -> e`),
    );
  const plain = await bpmnTemporal('compile', drawn('=1'), '--out', out);
  expect(plain).toMatchObject({ code: 0, err: '' });
  const path = drawn('=day of week(today())');
  const told = expect.stringMatching(
    /package\.json: the project needs feelin now\. Run: npm install feelin@\^/,
  );
  expect(await bpmnTemporal('compile', path, '--out', out)).toMatchObject({
    code: 0,
    err: told,
  });
  const check = ['compile', path, '--out', out, '--check'];
  expect(await bpmnTemporal(...check)).toMatchObject({ code: 1, err: told });
  const own = join(out, 'package.json');
  const { dependencies, ...rest } = JSON.parse(readFileSync(own, 'utf8'));
  writeFileSync(
    own,
    JSON.stringify({ ...rest, dependencies: { ...dependencies, feelin: '8' } }),
  );
  expect(await bpmnTemporal(...check)).toMatchObject({ code: 0, err: '' });
  writeFileSync(own, '{');
  expect(await bpmnTemporal(...check)).toMatchObject({
    code: 1,
    err: expect.stringContaining(`${own} is no JSON: `),
  });
});

it('notices that a DMN file has changed', async () => {
  const out = join(folder, 'decides');
  const path = file(
    'decides.bpmn',
    sketch(
      'start s\n<bpmn:businessRuleTask id="a"><bpmn:extensionElements><zeebe:calledDecision decisionId="d" resultVariable="r" /></bpmn:extensionElements></bpmn:businessRuleTask>\nend e\ns -> a -> e',
    ),
  );
  const decide = (text: string) =>
    file('decide.dmn', dmn(expressionDecision('d', text)));
  const all = ['compile', path, '--out', out, '--decisions', decide('1')];
  expect(await bpmnTemporal(...all)).toMatchObject({ code: 0 });
  expect(await bpmnTemporal(...all, '--check')).toMatchObject({ code: 0 });
  decide('2');
  expect(await bpmnTemporal(...all, '--check')).toMatchObject({
    code: 1,
    err: 'decide.dmn: the decisions have changed since they were compiled\n',
  });
});

it('checks as text, JSON and SARIF', async () => {
  const text = await bpmnTemporal('check', bad);
  expect(text).toMatchObject({ code: 1 });
  expect(text.out).toMatch(/bad\.bpmn:\d+:\d+: error BT2133: /);
  const json = JSON.parse(
    (await bpmnTemporal('check', bad, '--format', 'json')).out,
  );
  expect(json.files[0].diagnostics[0]).toMatchObject({ code: 'BT2133' });
  const sarif = JSON.parse(
    (await bpmnTemporal('check', bad, '--format', 'sarif')).out,
  );
  expect(sarif.version).toBe('2.1.0');
  const [{ results, tool }] = sarif.runs;
  expect(results[0]).toMatchObject({
    ruleId: 'BT2133',
    level: 'error',
    locations: [{ logicalLocations: [{ name: 'x' }] }],
  });
  expect(tool.driver.rules.map((rule: { id: string }) => rule.id)).toContain(
    'BT2133',
  );
});

it('explains codes, and elements both ways', async () => {
  expect(await bpmnTemporal('explain', 'BT2133')).toMatchObject({
    code: 0,
    out: expect.stringContaining('gateway'),
  });
  const out = join(folder, 'explained');
  await bpmnTemporal('compile', good, '--out', out);
  const places = (await bpmnTemporal('explain', 'u', '--in', out)).out
    .trim()
    .split('\n');
  expect(places).toHaveLength(2);
  for (const place of places) {
    const back = await bpmnTemporal('explain', place, '--in', out);
    expect(back.out.trim().split('\n')).toContain('u');
  }
  expect(await bpmnTemporal('explain', 'nobody', '--in', out)).toMatchObject({
    code: 2,
  });
});

describe('with a server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('resets an instance, and says which running ones could move', async () => {
    const old = 'start s\njob a\nuser u\njob b\nend e\ns -> a -> u -> b -> e';
    const compiled = await compile(sketch(old), { name: 'old' });
    await server.worker(server.project(compiled.files));
    const handle = await server.client.workflow.start('p', {
      workflowId: 'waits-for-u',
      taskQueue: 'old',
      args: [{}],
    });
    await until(
      () => handle.query<ProcessState>('state'),
      ({ userTasks }) => userTasks.length > 0,
    );
    const before = file('before.bpmn', sketch(old));
    const diff = (after: string, ...more: string[]) =>
      bpmnTemporal(
        'diff',
        before,
        file('after.bpmn', sketch(after)),
        '--address',
        server.address,
        ...more,
      );
    await server.client.workflow
      .getHandle('waits-for-u')
      .executeUpdate('completeUserTask', {
        args: [{ key: 'u', variables: { who: 'first' } }],
      });
    expect(await handle.result()).toMatchObject({ who: 'first' });
    const reset = (element: string) =>
      bpmnTemporal(
        'reset',
        'waits-for-u',
        '--to',
        element,
        '--address',
        server.address,
      );
    expect(await reset('nobody')).toMatchObject({ code: 2 });
    expect(await reset('u')).toMatchObject({ code: 0 });
    await until(
      () =>
        server.client.workflow
          .getHandle('waits-for-u')
          .query<ProcessState>('state'),
      ({ userTasks }) => userTasks.length > 0,
    );
    // what comes later has changed
    expect(
      await diff(
        'start s\njob a\nuser u\njob b\njob c\nend e\ns -> a -> u -> b -> c -> e',
      ),
    ).toMatchObject({
      code: 0,
      out: expect.stringMatching(/\+ c: added[\s\S]*waits-for-u: could move/),
    });
    // another command where one was made already
    expect(
      await diff('start s\njob z\nuser u\njob b\nend e\ns -> z -> u -> b -> e'),
    ).toMatchObject({
      code: 1,
      out: expect.stringMatching(/does not fit the new drawing/),
    });
    // the same commands, but another wait: replay alone would not see it
    const renamed =
      'start s\njob a\nuser v\njob b\nend e\ns -> a -> v -> b -> e';
    expect(await diff(renamed)).toMatchObject({ code: 1 });
    expect(await diff(renamed, '--map', 'u=v')).toMatchObject({
      out: expect.stringContaining('could move'),
    });
  });

  it('moves instances to another build, and leaves them where that does not answer', async () => {
    const old = 'start s\nuser u\nend e\ns -> u -> e';
    const young = 'start s\nuser u\njob later\nend e\ns -> u -> later -> e';
    const before = file('was.bpmn', sketch(old));
    const after = file('is.bpmn', sketch(young));
    const build = async (text: string, buildId: string) => {
      const { files } = await compile(sketch(text), { name: 'moving' });
      await server.worker(server.project(files), {
        TEMPORAL_DEPLOYMENT_NAME: 'moving',
        TEMPORAL_WORKER_BUILD_ID: buildId,
      });
    };
    await build(old, 'one');
    const { workflowService } = server.client;
    await until(
      () =>
        workflowService
          .setWorkerDeploymentCurrentVersion({
            namespace: 'default',
            deploymentName: 'moving',
            buildId: 'one',
          })
          .then(
            () => true,
            () => false,
          ),
      Boolean,
    );
    const handle = await server.client.workflow.start('p', {
      workflowId: 'moves',
      taskQueue: 'moving',
      args: [{}],
    });
    const state = () => handle.query<ProcessState>('state');
    await until(state, ({ userTasks }) => userTasks.length > 0);
    const moveTo = (version: string) =>
      bpmnTemporal(
        'diff',
        before,
        after,
        '--address',
        server.address,
        '--move',
        version,
      );
    expect(await moveTo('moving/absent')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/moves: stays\n {2}the /),
    });
    await until(state, ({ userTasks }) => userTasks.length > 0);
    await build(young, 'two');
    expect(await moveTo('moving/two')).toMatchObject({
      out: expect.stringContaining('moves: moved'),
    });
    await handle.executeUpdate('completeUserTask', { args: [{ key: 'u' }] });
    await handle.result();
    expect((await state()).path).toContain('later');
  });
});
