import type { Server } from 'node:net';

/** Listens, and says on which port; port 0 means any that is free. */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('No port');
  return address.port;
}
