import {
  createClient,
  type Client,
  type Interceptor,
} from '@connectrpc/connect';
import { createConnectTransport } from '@connectrpc/connect-node';
import type { JWTPayload } from 'jose';
import { ProcessService } from '../../gen/ameide/process/v1/process_service_pb.js';
import { routes } from '../../src/api/routes.ts';
import { startServer } from '../../src/api/server/server.ts';
import { createLogger } from '../../src/api/telemetry/logger.ts';
import { startTelemetry } from '../../src/api/telemetry/telemetry.ts';
import { connect } from '../../src/api/temporal/connect.ts';
import { startTemporal } from './temporal.ts';
import { createIssuer } from './tokens.ts';

/** A generated client of the API. */
export type ProcessClient = Client<typeof ProcessService>;

/** API and worker, with a real Temporal between them. */
export interface TestService {
  /** Lines of the log, parsed. */
  log: Record<string, unknown>[];
  /** The trace of each job, in their order. */
  traces: (string | undefined)[];
  /** Workflow ids that a list filter finds now. */
  find(query: string): Promise<string[]>;
  /** What Prometheus fetches. */
  metrics(): Promise<string>;
  /** A client of somebody with these claims; of tenant acme where they name none. */
  client(claims?: JWTPayload | 'nobody'): Promise<ProcessClient>;
  stop(): Promise<void>;
}

/** @param activities - by job type */
export async function startService(activities: object): Promise<TestService> {
  const worker = await startTemporal(activities);
  const issuer = await createIssuer();
  const telemetry = startTelemetry({});
  const log: Record<string, unknown>[] = [];
  const logger = createLogger('info', {
    write: line => log.push(JSON.parse(line) as Record<string, unknown>),
  });
  const temporal = connect({
    TEMPORAL_ADDRESS: worker.address,
    TEMPORAL_NAMESPACE: 'default',
    TEMPORAL_TLS: 'false',
  });
  const server = await startServer(0, {
    routes: routes(temporal),
    verify: issuer.verify,
    logger,
  });
  return {
    log,
    traces: worker.traces,
    metrics: telemetry.metrics,
    async find(query) {
      const ids: string[] = [];
      for await (const { workflowId } of temporal.client.workflow.list({
        query,
      }))
        ids.push(workflowId);
      return ids;
    },
    async client(claims) {
      const interceptors: Interceptor[] = [];
      if (claims !== 'nobody') {
        const token = await issuer.sign(claims);
        interceptors.push(next => request => {
          request.header.set('authorization', `Bearer ${token}`);
          return next(request);
        });
      }
      return createClient(
        ProcessService,
        createConnectTransport({
          baseUrl: `http://127.0.0.1:${server.port}`,
          httpVersion: '2',
          idleConnectionTimeoutMs: 500,
          interceptors,
        }),
      );
    },
    async stop() {
      await server.stop();
      await temporal.stop();
      await worker.stop();
      await telemetry.stop();
    },
  };
}
