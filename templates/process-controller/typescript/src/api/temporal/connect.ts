import { Client, Connection } from '@temporalio/client';
import { deployment } from '../../deployment.gen.ts';
import { dataConverter } from '../../options.ts';
import type { Config } from '../config.ts';
import { carryTrace } from './carryTrace.ts';
import { createAttributesOf, type AttributesOf } from './searchAttributes.ts';

/** What the handlers need of Temporal. */
export interface Temporal {
  client: Client;
  connection: Connection;
  namespace: string;
  /** Where new instances are served. */
  taskQueue: string;
  /** What instances are found by. */
  attributesOf: AttributesOf;
  /** Rejects where Temporal does not answer now. */
  isReady(): Promise<void>;
  stop(): Promise<void>;
}

type Address = Pick<
  Config,
  | 'TEMPORAL_ADDRESS'
  | 'TEMPORAL_NAMESPACE'
  | 'TEMPORAL_TASK_QUEUE'
  | 'TEMPORAL_TLS'
  | 'TEMPORAL_API_KEY'
  | 'REVISION'
>;

const READY_MS = 2_000;

/** Connects with the first request, so that the server starts without Temporal and says that it is not ready. */
export function connect(config: Address): Temporal {
  const namespace = config.TEMPORAL_NAMESPACE;
  const apiKey = config.TEMPORAL_API_KEY;
  const connection = Connection.lazy({
    address: config.TEMPORAL_ADDRESS,
    ...(apiKey && { apiKey }),
    ...((apiKey || config.TEMPORAL_TLS === 'true') && { tls: true }),
  });
  const client = new Client({
    connection,
    namespace,
    dataConverter,
    interceptors: { workflow: [carryTrace] },
  });
  return {
    client,
    connection,
    namespace,
    taskQueue: config.TEMPORAL_TASK_QUEUE ?? deployment.name,
    attributesOf: createAttributesOf(connection, namespace, config.REVISION),
    async isReady() {
      await connection.withDeadline(Date.now() + READY_MS, () =>
        connection.workflowService.getSystemInfo({}),
      );
    },
    stop: () => connection.close(),
  };
}
