import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'node:test';
import type { Definition } from '../../src/definition/model.ts';
import { ToolError } from '../../src/tools/connect.ts';
import { textOf, type Toolbox } from '../../src/tools/toolbox.ts';
import {
  asAda,
  CANCEL_ORDER,
  createControllers,
  define,
  withScopes,
} from '../support/agents.ts';

const use = (
  toolbox: Toolbox,
  definition: Definition,
  name: string,
  given: unknown = {},
  callId = '1',
) => {
  const [node] = definition.nodes;
  assert.ok(node);
  return toolbox.use(toolbox.granted(node), name, given, callId);
};

describe('the toolbox', () => {
  it('calls what is granted', async () => {
    const controllers = createControllers({ list_orders: { orders: ['1'] } });
    const used = await withScopes(['orders.read'], () =>
      use(controllers.toolbox(define()), define(), 'list_orders', {
        pageSize: 1,
      }),
    );
    assert.deepEqual(used, { outcome: 'called', answer: { orders: ['1'] } });
    assert.deepEqual(controllers.called, [['list_orders', { pageSize: 1 }]]);
    assert.deepEqual(controllers.outcomes, [['list_orders', 'called']]);
  });

  for (const name of ['cancel_order', 'pay', 'list_orders; rm', '__proto__']) {
    it(`refuses what is outside of the grant: ${name}`, async () => {
      const definition = define({
        nodes: [{ id: 'think', type: 'model', tools: ['list_orders'] }],
      });
      const controllers = createControllers();
      const { outcome } = await asAda(() =>
        use(controllers.toolbox(definition), definition, name),
      );
      assert.equal(outcome, 'refused');
      assert.deepEqual(controllers.called, []);
    });
  }

  it('refuses what the caller has no scope for, and all of it where there is no caller', async () => {
    const controllers = createControllers();
    const cancel = () =>
      use(controllers.toolbox(define()), define(), 'cancel_order');
    const { outcome } = await withScopes(['orders.read'], cancel);
    assert.equal(outcome, 'refused');
    assert.equal((await cancel()).outcome, 'refused');
    assert.deepEqual(controllers.called, []);
  });

  it('calls what changes something where a sandbox run has passed, else proposes it', async () => {
    const controllers = createControllers();
    const cancel = (isProven: boolean) =>
      asAda(() =>
        use(
          controllers.toolbox(define(), { isProven }),
          define(),
          'cancel_order',
          {
            name: '1',
          },
        ),
      );
    const { outcome, proposal } = await cancel(false);
    assert.equal(outcome, 'proposed');
    assert.deepEqual(proposal?.arguments, { name: '1' });
    assert.equal(proposal?.reason, 'no sandbox run of this version has passed');
    assert.deepEqual(controllers.called, []);
    assert.equal((await cancel(true)).outcome, 'called');
  });

  it('always proposes what somebody else decides on', async () => {
    const definition = define({
      tools: [{ ...CANCEL_ORDER, risk: 'propose' }],
    });
    const controllers = createControllers();
    const { outcome } = await asAda(() =>
      use(controllers.toolbox(definition), definition, 'cancel_order'),
    );
    assert.equal(outcome, 'proposed');
    assert.deepEqual(controllers.called, []);
  });

  it('asks once for what a call wants', async () => {
    const controllers = createControllers();
    const toolbox = controllers.toolbox(define());
    for (const callId of ['1', '1', '2']) {
      await asAda(() => use(toolbox, define(), 'cancel_order', {}, callId));
    }
    const [first, again, other] = controllers.requestIds;
    assert.equal(again, first);
    assert.notEqual(other, first);
  });

  for (const given of [{ colour: 'red' }, { pageSize: 'many' }, []]) {
    it(`calls nothing with what does not fit: ${JSON.stringify(
      given,
    )}`, async () => {
      const controllers = createControllers();
      const used = await asAda(() =>
        use(controllers.toolbox(define()), define(), 'list_orders', given),
      );
      assert.equal(used.outcome, 'failed');
      assert.match(textOf(used.answer), /^invalid_argument/);
      assert.deepEqual(controllers.called, []);
    });
  }

  it('tells what the controller says against it', async () => {
    const controllers = createControllers({
      list_orders: new ToolError('not_found: no such customer'),
    });
    assert.deepEqual(
      await asAda(() =>
        use(controllers.toolbox(define()), define(), 'list_orders'),
      ),
      { outcome: 'failed', answer: 'not_found: no such customer' },
    );
  });

  it('waits no longer than the limit', async () => {
    const definition = define({ limits: { toolSeconds: 0.01 } });
    const invoke = () => sleep(5_000, undefined, { ref: false });
    const toolbox = createControllers().toolbox(definition, { invoke });
    assert.deepEqual(
      await asAda(() => use(toolbox, definition, 'list_orders')),
      { outcome: 'failed', answer: 'deadline_exceeded: it took too long' },
    );
  });
});
