import type { IncomingMessage, ServerResponse } from 'node:http';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import {
  CallToolRequestSchema,
  ListToolsRequestSchema,
  type CallToolResult,
  type Tool,
} from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { ApiError } from '../errors.ts';
import { runRequest } from '../runs/messages.ts';
import type { Run } from '../runs/runner.ts';
import { CONTROLLER_NAME } from '../service.ts';
import { textOf, type Toolbox } from '../tools/toolbox.ts';

const RUN_AGENT = 'run_agent';

const agent: Tool = {
  name: RUN_AGENT,
  description:
    'Runs the agent, or goes on with a run that waits for an answer.',
  inputSchema: z.toJSONSchema(runRequest, {
    io: 'input',
  }) as Tool['inputSchema'],
};

/** The agent as an MCP server over HTTP: it can be run, and its tools without risk can be used. */
export const createMcp =
  (run: Run, toolbox: Toolbox) =>
  async (request: IncomingMessage, response: ServerResponse, body: unknown) => {
    // each request stands by itself
    const server = new Server(
      { name: CONTROLLER_NAME, version: '1' },
      { capabilities: { tools: {} } },
    );
    server.setRequestHandler(ListToolsRequestSchema, () => ({
      tools: [
        agent,
        ...toolbox.readable().map(({ tool, description, ...stub }) => ({
          name: tool.id,
          description,
          inputSchema: stub.arguments as Tool['inputSchema'],
          annotations: { readOnlyHint: true },
        })),
      ],
    }));
    server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
      const { name, arguments: given = {} } = params;
      if (name === RUN_AGENT) return runAgent(run, given);
      const callId = crypto.randomUUID();
      const used = await toolbox.use(toolbox.readable(), name, given, callId);
      return result(textOf(used.answer), used.outcome !== 'called');
    });
    const transport = new StreamableHTTPServerTransport({
      enableJsonResponse: true,
    });
    response.once('close', () => void server.close());
    await server.connect(transport);
    await transport.handleRequest(request, response, body);
  };

async function runAgent(run: Run, given: object): Promise<CallToolResult> {
  const asked = runRequest.safeParse(given);
  if (!asked.success) return result(z.prettifyError(asked.error), true);
  try {
    return result(JSON.stringify(await run(asked.data)));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return result(error.message, true);
  }
}

const result = (text: string, isError = false): CallToolResult => ({
  content: [{ type: 'text', text }],
  isError,
});
