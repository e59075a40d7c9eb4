import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { SCENARIOS } from '../../src/paths.ts';
import type { RunAnswer } from '../../src/runs/messages.ts';
import { createRun } from '../../src/runs/runner.ts';
import { readScenarios } from '../../src/sandbox/scenario.ts';
import { scripted } from '../../src/sandbox/scriptedModel.ts';
import {
  asAda,
  calls,
  createControllers,
  define,
  says,
  type Controllers,
} from '../support/agents.ts';
import { resuming, starting, withCode } from '../support/run.ts';
import { asked, isLike } from '../support/trajectories.ts';

const think = { id: 'think', type: 'model' };

describe('a run', () => {
  it('is as the model and the tools make it', async () => {
    const controllers = createControllers({
      list_orders: { orders: ['orders/1'] },
    });
    // one that waits tells its messages
    const definition = define({
      nodes: [think, { id: 'sure', type: 'human', prompt: 'Sure?' }],
      edges: [{ id: 'e', from: 'think', to: 'sure' }],
    });
    const run = controllers.run(definition, [
      calls('list_orders'),
      calls('cancel_order', { name: 'orders/1' }),
      says('done'),
    ]);
    const { state } = await asAda(() => run(starting('Go')));
    assert.ok(state);
    const first = asked('list_orders');
    const second = asked('cancel_order', { name: 'orders/1' });
    const inOrder = (one: typeof first, other: typeof first) =>
      isLike(state.messages, [
        { role: 'user', content: 'Go' },
        one,
        { role: 'tool', content: '{"orders":["orders/1"]}' },
        other,
        { role: 'tool', content: '{}' },
        { role: 'assistant', content: 'done' },
      ]);
    assert.equal(await inOrder(first, second), true);
    assert.equal(await inOrder(second, first), false);
  });

  it('ends with what the model said last', async () => {
    const run = createControllers().run(define(), [says('Hello')]);
    const { status, answer, proposals } = await asAda(() =>
      run(starting('Hi')),
    );
    assert.deepEqual(
      { status, answer, proposals },
      { status: 'completed', answer: 'Hello', proposals: [] },
    );
  });

  it('goes on where a tool was refused', async () => {
    const controllers = createControllers();
    const nodes = [{ ...think, tools: ['list_orders'] }];
    const run = controllers.run(define({ nodes }), [
      calls('cancel_order'),
      says('I may not.'),
    ]);
    const { answer } = await asAda(() => run(starting('Cancel')));
    assert.equal(answer, 'I may not.');
    assert.deepEqual(controllers.called, []);
    assert.deepEqual(controllers.outcomes, [['cancel_order', 'refused']]);
  });

  it('tells what it proposes', async () => {
    const controllers = createControllers();
    const turns = [calls('cancel_order', { name: 'orders/1' }), says('Done.')];
    const run = controllers.run(define(), turns, false);
    const { proposals } = await asAda(() => run(starting('Cancel')));
    assert.deepEqual(
      proposals.map(proposal => proposal.arguments),
      [{ name: 'orders/1' }],
    );
    assert.deepEqual(controllers.called, []);
  });

  const plan = {
    nodes: [
      think,
      { id: 'good', type: 'set', values: { score: { path: 'think.score' } } },
      {
        id: 'look',
        type: 'tool',
        tool: 'list_orders',
        arguments: { pageSize: { value: 1 } },
      },
    ],
    edges: [
      {
        id: 'high',
        from: 'think',
        to: 'good',
        conditions: [{ path: 'think.score', operator: 'atLeast', value: 5 }],
      },
      { id: 'low', from: 'think', to: 'look' },
      { id: 'done', from: 'look', to: 'END' },
    ],
  };
  for (const [said, called, node, value] of [
    ['{"score": 7}', [], 'good', { score: 7 }],
    ['{"score": 2}', ['list_orders'], 'look', { orders: [] }],
    ['no object', ['list_orders'], 'look', { orders: [] }],
  ] as const) {
    it(`follows the conditions: ${said}`, async () => {
      const controllers = createControllers({ list_orders: { orders: [] } });
      const run = controllers.run(define(plan), [says(said)]);
      const { values } = await asAda(() => run(starting('Go')));
      assert.deepEqual(
        controllers.called.map(([name]) => name),
        called,
      );
      assert.deepEqual(values[node], value);
    });
  }

  it('without a way on is refused by the name of the node', async () => {
    const conditions = [{ path: 'input.vip', operator: 'exists' }];
    const edges = [{ id: 'e', from: 'think', to: 'END', conditions }];
    const run = () => createControllers().run(define({ edges }), [says('x')]);
    await assert.rejects(
      asAda(() => run()(starting('Go'))),
      withCode('failed_precondition', /leaves think/),
    );
    const { status } = await asAda(() => run()(starting('Go', { vip: true })));
    assert.equal(status, 'completed');
  });

  it('of this agent is written down', () => {
    // `make sandbox` runs them
    for (const { expect } of readScenarios(SCENARIOS)) assert.ok(expect);
  });
});

describe('the limit', () => {
  it('of steps ends a run', async () => {
    const turns = Array.from({ length: 9 }, () => calls('list_orders'));
    const run = createControllers().run(
      define({ limits: { steps: 4 } }),
      turns,
    );
    await assert.rejects(
      asAda(() => run(starting('Go'))),
      withCode('limit_exceeded', /more than 4 steps/),
    );
  });

  it('of calls ends a run before one too many', async () => {
    const controllers = createControllers();
    const one = calls('list_orders');
    const both = { says: '', calls: [...one.calls, ...one.calls] };
    const run = controllers.run(define({ limits: { toolCalls: 2 } }), [
      one,
      both,
      says('x'),
    ]);
    await assert.rejects(
      asAda(() => run(starting('Go'))),
      withCode('limit_exceeded', /more than 2 tools/),
    );
    assert.equal(controllers.called.length, 1);
  });

  for (const [limits, told] of [
    [{ modelSeconds: 0.05 }, /The model took/],
    [{ runSeconds: 0.05 }, /The run took/],
  ] as const) {
    it(`of time ends a run: ${JSON.stringify(limits)}`, async () => {
      const definition = define({ limits });
      const model = scripted([]);
      model._generate = async () => {
        await sleep(5_000, undefined, { ref: false });
        return { generations: [] };
      };
      const toolbox = createControllers().toolbox(definition);
      const run = createRun(definition, model, toolbox);
      await assert.rejects(
        asAda(() => run(starting('Go'))),
        withCode('deadline_exceeded', told),
      );
    });
  }
});

/** Runs that wait for a person; what they know goes with whoever has started them. */
describe('an interrupt', () => {
  const definition = define({
    nodes: [
      think,
      { id: 'ask', type: 'human', prompt: 'Which one?' },
      {
        id: 'cancel',
        type: 'tool',
        tool: 'cancel_order',
        arguments: { name: { path: 'ask' } },
      },
    ],
    edges: [
      { id: 'e1', from: 'think', to: 'ask' },
      { id: 'e2', from: 'ask', to: 'cancel' },
      { id: 'e3', from: 'cancel', to: 'END' },
    ],
    interrupts: ['cancel'],
  });
  const begin = (controllers: Controllers) =>
    asAda(() =>
      controllers.run(definition, [says('Hm')])(starting('Cancel it')),
    );
  /** In another process than the one that the run has begun in. */
  const goOn = (
    controllers: Controllers,
    waiting: RunAnswer,
    answer: string | boolean | number,
  ) => {
    const { state } = JSON.parse(JSON.stringify(waiting)) as RunAnswer;
    const run = controllers.run(definition, []);
    return asAda(() => run(resuming(state, answer)));
  };

  it('goes on with what the person says', async () => {
    const controllers = createControllers();
    const first = await begin(controllers);
    assert.equal(first.status, 'interrupted');
    assert.equal(first.question?.question, 'Which one?');
    const second = await goOn(controllers, first, 'orders/1');
    assert.equal(second.question?.node, 'cancel');
    assert.deepEqual(controllers.called, []);
    const done = await goOn(controllers, second, true);
    assert.equal(done.status, 'completed');
    assert.deepEqual(controllers.called, [
      ['cancel_order', { name: 'orders/1' }],
    ]);
    assert.equal(done.run_id, first.run_id);
  });

  for (const answer of [false, 'yes', 1]) {
    it(`ends where the person does not agree: ${answer}`, async () => {
      const controllers = createControllers();
      const waiting = await goOn(
        controllers,
        await begin(controllers),
        'orders/1',
      );
      const { status } = await goOn(controllers, waiting, answer);
      assert.equal(status, 'declined');
      assert.deepEqual(controllers.called, []);
    });
  }

  it('goes on nowhere else, and with no messages that are none', async () => {
    const controllers = createControllers();
    const waiting = await begin(controllers);
    assert.ok(waiting.state);
    const { state } = waiting;
    for (const [changed, told] of [
      [{ ...state, node: 'think' }, /No run waits at think/],
      [
        { ...state, messages: [{ type: 'x', data: {} }] },
        /messages of the state/,
      ],
    ] as [typeof state, RegExp][]) {
      await assert.rejects(
        goOn(controllers, { ...waiting, state: changed }, 'x'),
        withCode('invalid_argument', told),
      );
    }
  });
});
