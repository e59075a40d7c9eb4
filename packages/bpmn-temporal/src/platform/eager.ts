import type { Client } from '@temporalio/client';

/** Clients on the connection of a worker of this process, and whether its build is the one that new instances get. */
const clients = new WeakMap<Client, () => boolean>();

/** From now on instances that this client starts begin in the worker at once, without a way over the server's queue. */
export function startsEagerly(client: Client, isCurrent: () => boolean): void {
  clients.set(client, isCurrent);
}

/** To be spread into the options of a start. An instance that begins at once stays with this worker's build. */
export function eagerStart(client: Client): { requestEagerStart?: true } {
  return clients.get(client)?.() ? { requestEagerStart: true } : {};
}
