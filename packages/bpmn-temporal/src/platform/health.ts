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
    const answers: Record<string, boolean> = {
      '/readyz': state === 'RUNNING',
      '/healthz': state !== 'FAILED',
    };
    const isWell = url === undefined ? undefined : answers[url];
    const code = isWell ? 200 : 503;
    response.writeHead(isWell === undefined ? 404 : code, {
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
