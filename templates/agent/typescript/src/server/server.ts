import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { context, propagation } from '@opentelemetry/api';
import type { Logger } from 'pino';
import { asCaller } from '../caller.ts';
import { ApiError } from '../errors.ts';
import { runRequest } from '../runs/messages.ts';
import type { Run } from '../runs/runner.ts';
import type { Toolbox } from '../tools/toolbox.ts';
import { authenticate } from './authenticate.ts';
import { readJson } from './body.ts';
import { listen } from './listen.ts';
import { createMcp } from './mcp.ts';
import type { Verify } from './verifier.ts';

export interface ServerOptions {
  run: Run;
  toolbox: Toolbox;
  verify: Verify;
  logger: Logger;
}

/** The HTTP API: runs of the agent, and the agent as an MCP server. */
export async function startServer(port: number, options: ServerOptions) {
  const { run, toolbox, verify, logger } = options;
  const serveMcp = createMcp(run, toolbox);

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const caller = await authenticate(request, verify);
    await asCaller(caller, async () => {
      const { pathname } = new URL(request.url ?? '', 'http://agent');
      if (pathname !== '/mcp' && pathname !== '/v1/runs') {
        throw new ApiError(404, 'not_found', 'there is nothing here');
      }
      // MCP's streams from the server would outlive what they are about
      if (request.method !== 'POST') {
        response.setHeader('allow', 'POST');
        throw new ApiError(405, 'unimplemented', 'this takes POST alone');
      }
      const body = await readJson(request);
      if (pathname === '/mcp') return serveMcp(request, response, body);
      const asked = runRequest.safeParse(body);
      if (!asked.success) throw invalid(asked.error.issues);
      return answer(response, 200, await run(asked.data));
    });
  };

  const server = createServer((request, response) => {
    // the trace of the caller, where it sends one
    const remote = propagation.extract(context.active(), request.headers);
    context
      .with(remote, () => serve(request, response))
      .catch((error: unknown) => {
        if (error instanceof ApiError) {
          const { status, code, message } = error;
          return answer(response, status, { code, message });
        }
        logger.error({ err: error }, 'request failed');
        return answer(response, 500, {
          code: 'internal',
          message: 'internal error',
        });
      });
  });
  return {
    port: await listen(server, port),
    /** Finishes what is being served and takes nothing new. */
    async stop(): Promise<void> {
      const closed = new Promise(resolve => server.close(resolve));
      server.closeIdleConnections();
      await closed;
    },
  };
}

function answer(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

const invalid = (issues: { path: PropertyKey[]; message: string }[]) =>
  new ApiError(
    400,
    'invalid_argument',
    issues
      .map(
        ({ path, message }) =>
          `${path.map(String).join('.') || 'request'}: ${message}`,
      )
      .join('; '),
  );
