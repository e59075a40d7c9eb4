import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { z } from 'zod';
import type { Person } from '../../factory/person';

const toolResult = z.object({
  isError: z.boolean().optional(),
  content: z.array(z.object({ type: z.literal('text'), text: z.string() })),
});

/** Calls of the factory's tools by a real MCP client, in somebody's name. */
export async function connectMcp(url: string, person: Person) {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${url}/api/mcp-actions/v1`), {
      fetch: (address, init) => person.fetch(String(address), init),
    }),
  );
  const { tools } = await client.listTools();
  return {
    async call(action: string, args: Record<string, unknown>) {
      const tool = tools.find(({ name }) => name.endsWith(action));
      assert.ok(tool, `${action} is not among the tools`);
      return toolResult.parse(
        await client.callTool({ name: tool.name, arguments: args }),
      );
    },
    close: () => client.close(),
  };
}
