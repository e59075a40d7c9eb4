import { createRemoteJWKSet } from 'jose';
import { readConfig } from './config.ts';
import { openPool } from './database/pool.ts';
import { assertPlainRole } from './database/role.ts';
import { createVerifier } from './interceptors/verifier.ts';
import { routes } from './routes.ts';
import { startAdmin } from './server/admin.ts';
import { onShutdown } from './server/shutdown.ts';
import { startServer } from './server/server.ts';
import { createLogger } from './telemetry/logger.ts';
import { startTelemetry } from './telemetry/telemetry.ts';

const config = readConfig(process.env);
const logger = createLogger(config.LOG_LEVEL);
const telemetry = startTelemetry(config);
const pool = openPool(config, logger);
await assertPlainRole(pool);

const verify = createVerifier({
  issuer: config.AUTH_ISSUER,
  audience: config.AUTH_AUDIENCE,
  keys: createRemoteJWKSet(new URL(config.AUTH_JWKS_URL)),
});
const server = await startServer(config.PORT, {
  routes: routes({ pool }),
  verify,
  logger,
});
const admin = await startAdmin(config.ADMIN_PORT, {
  metrics: telemetry.metrics,
  isReady: async () => {
    // not before the migrations have run
    await pool.query('SELECT FROM outbox LIMIT 0');
  },
});

onShutdown(logger, async () => {
  admin.drain();
  await new Promise(resolve => setTimeout(resolve, config.DRAIN_MS));
  await server.stop();
  await pool.end();
  await telemetry.stop();
  await admin.stop();
});

logger.info({ port: server.port, adminPort: admin.port }, 'ready');
