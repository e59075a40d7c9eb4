import { createServer, type ServerHttp2Session } from 'node:http2';
import type { ConnectRouter } from '@connectrpc/connect';
import { connectNodeAdapter } from '@connectrpc/connect-node';
import type { Logger } from 'pino';
import { createInterceptors } from '../interceptors/index.ts';
import type { Verify } from '../interceptors/verifier.ts';
import { listen } from './listen.ts';

/** Requests larger than this are refused, in bytes. */
const MOST_BYTES = 4 * 1024 * 1024;

export interface ServerOptions {
  routes: (router: ConnectRouter) => void;
  verify: Verify;
  logger: Logger;
}

/**
 * Serves Connect, gRPC and gRPC-Web over HTTP/2 without TLS, which the gateway
 * or the mesh adds.
 */
export async function startServer(port: number, options: ServerOptions) {
  const { routes, verify, logger } = options;
  const sessions = new Set<ServerHttp2Session>();
  const server = createServer(
    connectNodeAdapter({
      routes,
      interceptors: createInterceptors(verify, logger),
      readMaxBytes: MOST_BYTES,
    }),
  );
  server.on('session', session => {
    sessions.add(session);
    session.once('close', () => sessions.delete(session));
  });
  return {
    port: await listen(server, port),
    /** Finishes what is being served and takes nothing new. */
    async stop(): Promise<void> {
      const closed = new Promise(resolve => server.close(resolve));
      for (const session of sessions) session.close();
      await closed;
    },
  };
}
