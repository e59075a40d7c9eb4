import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CONTROLLER_NAME } from '../../src/service.ts';
import { calls, says } from '../support/agents.ts';
import { withService, type RunningService } from '../support/service.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';

describe('the HTTP API', () => {
  it('runs the agent', () =>
    withService([calls('list_orders'), says('One order.')], async service => {
      const { status, body } = await service.post(
        { input: 'Which orders?' },
        {},
        { traceparent: `00-${TRACE}-b7ad6b7169203331-01` },
      );
      assert.equal(status, 200);
      assert.equal(body.status, 'completed');
      assert.equal(body.answer, 'One order.');
      assert.deepEqual(service.controllers.called, [['list_orders', {}]]);
      const [line, ...others] = service.log;
      assert.deepEqual(others, []);
      assert.equal(line?.msg, 'run');
      assert.equal(line?.code, 'completed');
      assert.equal(line?.tenant_id, 'acme');
      assert.equal(line?.trace_id, TRACE);
      assert.equal(line?.controller_type, 'agent');
      assert.equal(line?.controller_name, CONTROLLER_NAME);
      assert.doesNotMatch(JSON.stringify(line), /orders\/|One order|Which/);
      const metrics = await service.metrics();
      assert.match(metrics, /agent_run_duration_count\{code="completed"/);
      assert.match(metrics, /agent_runs_in_flight/);
    }));

  it('calls nothing that the token has no scope for', () =>
    withService([calls('list_orders'), says('I may not.')], async service => {
      const scope = `${CONTROLLER_NAME}.run`;
      const { body } = await service.post({ input: 'x' }, { scope });
      assert.equal(body.answer, 'I may not.');
      assert.deepEqual(service.controllers.called, []);
    }));

  for (const [claims, status, code] of [
    [{ scope: 'orders.read' }, 403, 'permission_denied'],
    [{ tenantId: undefined }, 401, 'unauthenticated'],
    [{ aud: 'other' }, 401, 'unauthenticated'],
    [{ exp: 1 }, 401, 'unauthenticated'],
  ] as const) {
    it(`refuses who may not: ${JSON.stringify(claims)}`, () =>
      withService([], async service => {
        const refused = await service.post({ input: 'x' }, claims);
        assert.equal(refused.status, status);
        assert.equal(refused.body.code, code);
        const { status: unsigned } = await service.post(
          { input: 'x' },
          {},
          { authorization: 'Basic x' },
        );
        assert.equal(unsigned, 401);
      }));
  }

  for (const [content, status, told] of [
    ['{', 400, /is no JSON/],
    [{}, 400, /send "input" or "resume"/],
    [{ input: 'x', tools: ['pay'] }, 400, /request: .*"tools"/],
    [
      { input: 'x', resume: { state: {}, answer: 1 } },
      400,
      /resume\.state\.run_id/,
    ],
    [`{"input": "${'x'.repeat(1_000_000)}"}`, 413, /too long/],
  ] as const) {
    it(`refuses what is no request: ${told.source}`, () =>
      withService([], async service => {
        const refused = await service.post(content);
        assert.equal(refused.status, status);
        assert.match(String(refused.body.message), told);
      }));
  }

  it('has nothing else', () =>
    withService([], async ({ url, issuer }) => {
      const headers = {
        authorization: `Bearer ${await issuer.sign()}`,
        connection: 'close',
      };
      const statusOf = async (path: string) =>
        (await fetch(`${url}${path}`, { headers })).status;
      assert.equal(await statusOf('/v1/secrets'), 404);
      assert.equal(await statusOf('/v1/runs'), 405);
      assert.equal(await statusOf('/mcp'), 405);
    }));

  const failed = async (
    service: RunningService,
    status: number,
    body: object,
  ) => {
    const answer = await service.post({ input: 'x' });
    assert.deepEqual(answer, { status, body });
    const [line, run] = service.log;
    assert.equal(line?.msg, 'run failed');
    assert.ok((line?.err as { stack?: string }).stack);
    assert.equal(run?.code, answer.body.code);
  };

  it('tells nothing of errors that nobody foresaw', () =>
    withService(
      [calls('list_orders')],
      service =>
        failed(service, 500, { code: 'internal', message: 'internal error' }),
      { list_orders: new TypeError('of our own') },
    ));

  it('tells that the model could not be asked, and not why', () =>
    // the script ends before the run does
    withService([], service =>
      failed(service, 502, {
        code: 'unavailable',
        message: 'The model could not be asked',
      }),
    ));
});
