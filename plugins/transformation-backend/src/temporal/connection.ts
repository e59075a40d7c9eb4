import { readFile } from 'node:fs/promises';
import { ServiceUnavailableError } from '@backstage/errors';
import { Client, Connection } from '@temporalio/client';
import type { TLSConfig } from '@temporalio/common/lib/internal-non-workflow';
import { NativeConnection } from '@temporalio/worker';
import type { TemporalConfig } from '../config';

/** Gives a client of Temporal; connects on the first call and again after a failure. */
export type TemporalClient = () => Promise<Client>;

/** Time that Temporal has to answer, in milliseconds. */
const ANSWER_MS = 3_000;

/**
 * Asks Temporal on every call whether it is there: a request to one that is
 * not would be tried again for a long time.
 *
 * @throws ServiceUnavailableError from each call, while Temporal cannot be reached
 */
export function createTemporalClient(config: TemporalConfig): TemporalClient {
  let connecting: Promise<Client> | undefined;
  const connect = async () => {
    const connection = await Connection.connect({
      ...(await optionsOf(config)),
      connectTimeout: ANSWER_MS,
    });
    return new Client({ connection, namespace: config.namespace });
  };
  return async () => {
    connecting ??= connect();
    try {
      const client = await connecting;
      await client.connection.withDeadline(Date.now() + ANSWER_MS, () =>
        client.connection.workflowService.getSystemInfo({}),
      );
      return client;
    } catch (error) {
      connecting = undefined;
      throw new ServiceUnavailableError(
        `Temporal cannot be reached at ${config.address}; start it, or correct transformation.temporal in app-config`,
        error as Error,
      );
    }
  };
}

/** The connection that a worker polls by. */
export async function connectWorker(
  config: TemporalConfig,
): Promise<NativeConnection> {
  return NativeConnection.connect(await optionsOf(config));
}

async function optionsOf({ address, apiKey, tls }: TemporalConfig): Promise<{
  address: string;
  apiKey?: string;
  tls?: TLSConfig;
}> {
  if (!tls) return { address, apiKey };
  const file = (path?: string) => (path ? readFile(path) : undefined);
  const [ca, crt, key] = await Promise.all([
    file(tls.caFile),
    file(tls.certFile),
    file(tls.keyFile),
  ]);
  return {
    address,
    apiKey,
    tls: {
      serverNameOverride: tls.serverName,
      serverRootCACertificate: ca,
      ...(crt && key && { clientCertPair: { crt, key } }),
    },
  };
}
