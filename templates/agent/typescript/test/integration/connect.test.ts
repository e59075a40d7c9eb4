import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createInvoke } from '../../src/tools/connect.ts';
import { createHttp2Client } from '../../src/tools/http2.ts';
import { textOf } from '../../src/tools/toolbox.ts';
import {
  asAda,
  createControllers,
  define,
  SERVICE,
  TARGET,
} from '../support/agents.ts';
import { startController, type FakeController } from '../support/controller.ts';

describe('the contract between a tool and its controller', () => {
  const client = createHttp2Client();
  let controller: FakeController;
  before(async () => {
    controller = await startController();
  });
  beforeEach(() => {
    Object.assign(controller, { status: 200, answer: {}, path: '' });
  });
  after(async () => {
    client.stop();
    await controller.stop();
  });

  const use = (tool: string, given = {}, url = controller.url) => {
    const definition = define();
    const [node] = definition.nodes;
    const invoke = createInvoke(client, { [TARGET]: url });
    const toolbox = createControllers().toolbox(definition, { invoke });
    return asAda(() =>
      toolbox.use(node ? toolbox.granted(node) : [], tool, given, '1'),
    );
  };

  it('is kept by the call of a method', async () => {
    controller.answer = { orders: ['orders/1'] };
    const { answer } = await use('list_orders', { customerName: 'Ada' });
    assert.deepEqual(answer, { orders: ['orders/1'] });
    assert.equal(controller.path, `/${SERVICE}/ListOrders`);
    assert.deepEqual(controller.body, { customerName: 'Ada' });
    assert.equal(controller.headers.authorization, 'Bearer token-of-ada');
    assert.equal(controller.headers['connect-protocol-version'], '1');
  });

  it('has an id of what is wanted', async () => {
    await use('cancel_order', { name: 'orders/1' });
    const sent = controller.body as { context: { requestId: string } };
    assert.match(sent.context.requestId, /^[0-9a-f-]{36}$/);
    await use('cancel_order', { name: 'orders/1' });
    assert.deepEqual(controller.body, sent);
  });

  it('leaves the id to nobody else', async () => {
    const { outcome } = await use('cancel_order', {
      context: { requestId: 'x' },
    });
    assert.equal(outcome, 'failed');
    assert.equal(controller.path, '');
  });

  for (const [status, answer, told] of [
    [
      404,
      { code: 'not_found', message: 'no such order' },
      /^not_found: no such/,
    ],
    [
      403,
      { code: 'permission_denied', message: 'no' },
      /^permission_denied: no/,
    ],
    [502, '<html>', /^unknown: the controller answered with status 502/],
    [200, `[${'1,'.repeat(600_000)}`, /^resource_exhausted/],
  ] as const) {
    it(`tells the model what went wrong: ${told.source}`, async () => {
      Object.assign(controller, { status, answer });
      const used = await use('list_orders');
      assert.equal(used.outcome, 'failed');
      assert.match(textOf(used.answer), told);
    });
  }

  it('tells that nobody is there, and comes back when somebody is', async () => {
    const { answer } = await use('list_orders', {}, 'http://127.0.0.1:9');
    assert.equal(answer, 'unavailable: ECONNREFUSED');
    assert.equal((await use('list_orders')).outcome, 'called');
  });
});
