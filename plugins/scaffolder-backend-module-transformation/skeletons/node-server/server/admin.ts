import { createServer, type ServerResponse } from 'node:http';
import { listen } from './listen.ts';

export interface AdminOptions {
  /** The metrics in Prometheus' text format. */
  metrics(): Promise<string>;
  /** Rejects where a request could not be served now. */
  isReady(): Promise<void>;
}

/** Health and metrics, on a port that no gateway leads to. */
export async function startAdmin(port: number, options: AdminOptions) {
  let draining = false;
  const answer = async (path: string, response: ServerResponse) => {
    if (path === '/livez') return response.end('ok\n');
    if (path === '/readyz') {
      if (draining) return response.writeHead(503).end('draining\n');
      await options.isReady();
      return response.end('ok\n');
    }
    if (path === '/metrics') {
      response.setHeader('content-type', 'text/plain; version=0.0.4');
      return response.end(await options.metrics());
    }
    return response.writeHead(404).end('not found\n');
  };
  const server = createServer((request, response) => {
    answer(request.url ?? '', response).catch(() =>
      response.writeHead(503).end('not ready\n'),
    );
  });
  return {
    port: await listen(server, port),
    /** From now on it is not ready. */
    drain() {
      draining = true;
    },
    async stop(): Promise<void> {
      const closed = new Promise(resolve => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
