import { createServer } from 'node:net';
import { Problem } from './problem';

/** @throws Problem where something listens there already */
export async function assertPortFree(
  port: number,
  variable: string,
): Promise<void> {
  const free = await new Promise<boolean>(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
  if (!free) {
    throw new Problem(
      `Port ${port} is in use, perhaps by another factory; stop what uses it, or set ${variable} to a free port`,
    );
  }
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
