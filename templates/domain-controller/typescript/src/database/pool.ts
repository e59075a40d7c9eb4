import pg from 'pg';
import type { Logger } from 'pino';

/** Opens connections of the application role; none is made before it is needed. */
export function openPool(
  config: { DATABASE_URL: string; DATABASE_POOL_SIZE: number },
  logger: Logger,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: config.DATABASE_URL,
    max: config.DATABASE_POOL_SIZE,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 15_000,
  });
  // a connection that breaks while nobody uses it is replaced by the pool
  pool.on('error', error => logger.warn({ err: error }, 'connection lost'));
  return pool;
}
