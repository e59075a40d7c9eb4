import {
  createClient,
  type Client,
  type Interceptor,
} from '@connectrpc/connect';
import { createConnectTransport } from '@connectrpc/connect-node';
import type { DescService } from '@bufbuild/protobuf';
import type { JWTPayload } from 'jose';
import pg from 'pg';
import { openPool } from '../../src/database/pool.ts';
import { routes } from '../../src/routes.ts';
import { startServer } from '../../src/server/server.ts';
import { createLogger } from '../../src/telemetry/logger.ts';
import { startTelemetry } from '../../src/telemetry/telemetry.ts';
import { createDatabase } from './database.ts';
import { createIssuer } from './tokens.ts';

/** The whole service on a real port and a real database. */
export interface TestService {
  /** Lines of the log, parsed. */
  log: Record<string, unknown>[];
  /** What Prometheus fetches. */
  metrics(): Promise<string>;
  /** A generated client of somebody with these claims; of tenant acme where they name none. */
  client<S extends DescService>(
    service: S,
    claims?: JWTPayload | 'nobody',
  ): Promise<Client<S>>;
  /** Runs a query as superuser, which sees every tenant. */
  query<R extends pg.QueryResultRow>(
    text: string,
    values?: unknown[],
  ): Promise<R[]>;
  stop(): Promise<void>;
}

export async function startService(): Promise<TestService> {
  const database = await createDatabase();
  const issuer = await createIssuer();
  const telemetry = startTelemetry({});
  const log: Record<string, unknown>[] = [];
  const logger = createLogger('info', {
    write: line => log.push(JSON.parse(line) as Record<string, unknown>),
  });
  const pool = openPool(
    { DATABASE_URL: database.application, DATABASE_POOL_SIZE: 4 },
    logger,
  );
  const superuser = new pg.Pool({ connectionString: database.superuser });
  superuser.on('error', () => {});
  const server = await startServer(0, {
    routes: routes({ pool }),
    verify: issuer.verify,
    logger,
  });
  return {
    log,
    metrics: telemetry.metrics,
    async client(service, claims) {
      const interceptors: Interceptor[] = [];
      if (claims !== 'nobody') {
        const token = await issuer.sign(claims);
        interceptors.push(next => request => {
          request.header.set('authorization', `Bearer ${token}`);
          return next(request);
        });
      }
      return createClient(
        service,
        createConnectTransport({
          baseUrl: `http://127.0.0.1:${server.port}`,
          httpVersion: '2',
          idleConnectionTimeoutMs: 500,
          interceptors,
        }),
      );
    },
    query: async (text, values) => (await superuser.query(text, values)).rows,
    async stop() {
      await server.stop();
      await pool.end();
      await superuser.end();
      await telemetry.stop();
      await database.drop();
    },
  };
}
