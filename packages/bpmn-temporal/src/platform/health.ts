import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { Worker } from '@temporalio/worker';

/**
 * Serves `/healthz`, which answers while the process lives, and `/readyz`, which says 503 unless the worker takes
 * tasks: no more when it drains. On the port of HEALTH_PORT; without it there is none.
 */
export async function serveHealth(worker: Worker): Promise<Server | undefined> {
  const port = process.env.HEALTH_PORT;
  if (!port) return undefined;
  const server = createServer(({ url }, response) => {
    const state = worker.getState();
    const isWell = url === '/readyz' ? state === 'RUNNING' : state !== 'FAILED';
    const isKnown = url === '/readyz' || url === '/healthz';
    response.writeHead(isKnown ? (isWell ? 200 : 503) : 404, {
      'content-type': 'text/plain',
    });
    response.end(`${state}\n`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(Number(port), () => resolve());
  });
  return server;
}
