import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Turn } from '../../src/sandbox/scenario.ts';
import { RUN_SCOPE } from '../../src/service.ts';
import { calls, says } from '../support/agents.ts';
import { withService, type RunningService } from '../support/service.ts';

/** Connects a client of MCP, with a token with this scope. */
const withClient = (
  turns: Turn[],
  test: (client: Client, service: RunningService) => Promise<void>,
  scope = `${RUN_SCOPE} orders.read orders.write`,
) =>
  withService(turns, async service => {
    const token = await service.issuer.sign({ scope });
    const client = new Client({ name: 'test', version: '1' });
    const headers = { authorization: `Bearer ${token}`, connection: 'close' };
    await client.connect(
      new StreamableHTTPClientTransport(new URL(`${service.url}/mcp`), {
        requestInit: { headers },
      }) as Parameters<Client['connect']>[0],
    );
    try {
      await test(client, service);
    } finally {
      await client.close();
    }
  });

async function call(client: Client, name: string, given = {}) {
  const { content, isError } = await client.callTool({
    name,
    arguments: given,
  });
  const [first] = content as { text: string }[];
  return { text: first?.text ?? '', isError };
}

describe('the agent as an MCP server', () => {
  it('offers itself and its tools without risk', () =>
    withClient([], async client => {
      const { tools } = await client.listTools();
      assert.deepEqual(
        tools.map(({ name }) => name),
        ['run_agent', 'list_orders'],
      );
      assert.equal(tools[1]?.description, 'Finds orders of a customer.');
      assert.ok('customerName' in (tools[1]?.inputSchema.properties ?? {}));
      assert.ok('resume' in (tools[0]?.inputSchema.properties ?? {}));
    }));

  it('offers no tool that the token has no scope for', () =>
    withClient(
      [],
      async (client, { controllers }) => {
        const { tools } = await client.listTools();
        assert.deepEqual(
          tools.map(({ name }) => name),
          ['run_agent'],
        );
        assert.ok((await call(client, 'list_orders')).isError);
        assert.deepEqual(controllers.called, []);
      },
      RUN_SCOPE,
    ));

  it('runs the agent', () =>
    withClient(
      [calls('list_orders'), says('One.')],
      async (client, { log }) => {
        const { text, isError } = await call(client, 'run_agent', {
          input: 'Which?',
        });
        assert.ok(!isError, text);
        const { status, answer } = JSON.parse(text) as Record<string, unknown>;
        assert.deepEqual([status, answer], ['completed', 'One.']);
        assert.equal(log[0]?.tenant_id, 'acme');
      },
    ));

  it('says what is no request', () =>
    withClient([], async client => {
      const { text, isError } = await call(client, 'run_agent', { input: 1 });
      assert.ok(isError);
      assert.match(text, /input/);
    }));

  for (const name of ['cancel_order', 'nothing']) {
    it(`lets nobody use what has a risk: ${name}`, () =>
      withClient([], async (client, { controllers }) => {
        assert.ok((await call(client, name)).isError);
        assert.deepEqual(controllers.called, []);
      }));
  }

  it('uses a tool', () =>
    withClient([], async (client, { controllers }) => {
      const given = { customerName: 'Ada' };
      const { text } = await call(client, 'list_orders', given);
      assert.deepEqual(JSON.parse(text), { orders: ['orders/1'] });
      assert.deepEqual(controllers.called, [['list_orders', given]]);
    }));

  it('needs a token', () =>
    withService([], async ({ url }) => {
      const { status } = await fetch(`${url}/mcp`, {
        method: 'POST',
        body: '{}',
        headers: { connection: 'close' },
      });
      assert.equal(status, 401);
    }));
});
