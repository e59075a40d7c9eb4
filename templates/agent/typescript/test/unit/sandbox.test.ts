import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../../src/paths.ts';
import { digestOf } from '../../src/sandbox/digest.ts';
import { hasPassed } from '../../src/sandbox/passed.ts';
import { runSandbox } from '../../src/sandbox/run.ts';
import { scenario } from '../../src/sandbox/scenario.ts';
import { makeStubs } from '../../src/tools/contracts.ts';
import { CANCEL_ORDER, contracts, define } from '../support/agents.ts';

const cancelling = { calls: [{ tool: 'cancel_order' }] };
const made = (changes: object = {}) =>
  scenario.parse({
    name: 'cancels',
    input: 'Cancel orders/1',
    turns: [cancelling, { says: 'Done.' }],
    expect: { trajectory: ['cancel_order'] },
    ...changes,
  });
const run = (definition = define(), ...scenarios: ReturnType<typeof made>[]) =>
  runSandbox(definition, makeStubs(definition, contracts()), scenarios);

describe('the sandbox', () => {
  it('passes where every scenario goes as expected', async () => {
    assert.deepEqual(await run(define(), made()), {
      cancels: ['cancel_order'],
    });
  });

  for (const [changes, told] of [
    [{ expect: { trajectory: [] } }, /cancels: trajectory is/],
    [
      { expect: { trajectory: ['cancel_order'], status: 'interrupted' } },
      /status is/,
    ],
    [
      { expect: { trajectory: ['cancel_order'], proposals: ['x'] } },
      /proposals is/,
    ],
    [{ turns: Array.from({ length: 40 }, () => cancelling) }, /call more than/],
  ] as const) {
    it(`fails where one goes another way: ${told.source}`, async () => {
      const definition = define({ limits: { steps: 200 } });
      await assert.rejects(run(definition, made(changes)), told);
    });
  }

  it('fails where nothing is tried, or not what writes', async () => {
    await assert.rejects(run(), /no scenarios/);
    const reading = made({
      turns: [{ calls: [{ tool: 'list_orders' }] }, { says: 'x' }],
      expect: { trajectory: ['list_orders'] },
    });
    await assert.rejects(
      run(define(), reading),
      /No scenario calls cancel_order/,
    );
  });

  it('goes on with what a person answers', async () => {
    const definition = define({ interrupts: ['think'] });
    assert.deepEqual(await run(definition, made({ answers: [true] })), {
      cancels: ['cancel_order'],
    });
    await assert.rejects(
      run(definition, made({ answers: [true, true] })),
      /waits for nobody/,
    );
  });

  it('proposes what is only proposed', async () => {
    const definition = define({
      tools: [{ ...CANCEL_ORDER, risk: 'propose' }],
    });
    const proposing = made({
      expect: { trajectory: [], proposals: ['cancel_order'] },
    });
    assert.deepEqual(await run(definition, proposing), { cancels: [] });
  });
});

/** What decides about this agent, in a folder of its own. */
function version(): string {
  const root = mkdtempSync(join(tmpdir(), 'agent-'));
  for (const name of [
    'agent.yaml',
    'agent.schema.json',
    'package-lock.json',
    'src',
    'gen',
  ]) {
    cpSync(join(ROOT, name), join(root, name), { recursive: true });
  }
  mkdirSync(join(root, 'sandbox', 'scenarios'), { recursive: true });
  return root;
}

function record(root: string): string {
  const path = join(root, 'passed.json');
  const passed = { digest: digestOf(root), time: '', trajectories: {} };
  writeFileSync(path, JSON.stringify(passed));
  return path;
}

describe('a pass of the sandbox', () => {
  it('is of this very version', () => {
    const root = version();
    assert.ok(hasPassed(record(root), root));
  });

  for (const path of [
    'agent.yaml',
    'gen/tools.json',
    'package-lock.json',
    'src/main.ts',
    'src/more.ts',
    'sandbox/scenarios/more.yaml',
  ]) {
    it(`is not of one with another ${path}`, () => {
      const root = version();
      const path0 = record(root);
      appendFileSync(join(root, path), '\n');
      assert.equal(hasPassed(path0, root), false);
    });
  }

  for (const content of [undefined, '', '{}', '{"digest": 1}']) {
    it(`is nothing without a record: ${content}`, () => {
      const root = version();
      const path = join(root, 'passed.json');
      if (content !== undefined) writeFileSync(path, content);
      assert.equal(hasPassed(path, root), false);
    });
  }
});

describe('the sandbox lets nothing out', () => {
  for (const code of [
    "await fetch('http://127.0.0.1:8079')",
    "(await import('node:net')).connect(9, '127.0.0.1')",
    "(await import('node:net')).connect('/tmp/socket')",
    "(await import('node:http2')).connect('http://127.0.0.1:8079')",
    "(await import('node:dns')).lookup('localhost', () => {})",
    "await (await import('node:dns')).promises.resolve('localhost')",
    "await new (await import('node:dns')).promises.Resolver().resolve4('localhost')",
    "(await import('node:dgram')).createSocket('udp4').send('x', 9, '127.0.0.1')",
    "(await import('node:net')).Socket.prototype.connect = () => {}",
    "Object.defineProperty((await import('node:net')).Socket.prototype, 'connect', { value: () => {} })",
    "(await import('node:child_process')).execFileSync('true')",
    "new (await import('node:worker_threads')).Worker('1', { eval: true })",
    "process.binding('tcp_wrap')",
  ]) {
    it(code, () => {
      const script = `import { refuseNetwork } from '${join(
        ROOT,
        'src/sandbox/network.ts',
      )}'; refuseNetwork(); ${code};`;
      const { status, stderr } = spawnSync(
        process.execPath,
        [
          '--permission',
          '--allow-fs-read=*',
          '--input-type=module',
          '--eval',
          script,
        ],
        { encoding: 'utf8' },
      );
      assert.equal(status, 1);
      assert.match(
        stderr,
        /The sandbox refuses|ERR_ACCESS_DENIED|Cannot (assign|redefine)/,
      );
    });
  }
});
