import { createRemoteJWKSet } from 'jose';
import { loadAgent, type Agent } from './agent.ts';
import { readConfig, type Config } from './config.ts';
import { StartError } from './errors.ts';
import type { createModel } from './model.ts';
import { observed } from './runs/observe.ts';
import { createRun } from './runs/runner.ts';
import { startAdmin } from './server/admin.ts';
import { startServer } from './server/server.ts';
import { onShutdown } from './server/shutdown.ts';
import { createVerifier } from './server/verifier.ts';
import { createLogger } from './telemetry/logger.ts';
import { createMeasures } from './telemetry/measures.ts';
import { startTelemetry } from './telemetry/telemetry.ts';
import { createInvoke } from './tools/connect.ts';
import { createHttp2Client } from './tools/http2.ts';
import { createToolbox } from './tools/toolbox.ts';

/**
 * Serves the agent of this folder until it is asked to end.
 *
 * @param modelOf - makes the model; tests have one that needs no provider
 * @throws StartError
 */
export async function serve(
  env: NodeJS.ProcessEnv,
  modelOf: typeof createModel,
): Promise<void> {
  const config = readConfig(env);
  const { definition, stubs, isProven } = loadAgent();
  assertAddresses({ definition }, config);
  const model = await modelOf(definition.model, config.MODEL);
  const logger = createLogger(config.LOG_LEVEL);
  const telemetry = startTelemetry(config);
  const measures = createMeasures();
  const client = createHttp2Client();
  const toolbox = createToolbox({
    definition,
    stubs,
    invoke: createInvoke(client, config.CONTROLLERS),
    isProven,
    tell: measures.used,
  });
  const run = observed(createRun(definition, model, toolbox), logger, measures);
  const verify = createVerifier(
    config.AUTH_ISSUER,
    config.AUTH_AUDIENCE,
    createRemoteJWKSet(new URL(config.AUTH_JWKS_URL)),
  );
  const server = await startServer(config.PORT, {
    run,
    toolbox,
    verify,
    logger,
  });
  const admin = await startAdmin(config.ADMIN_PORT, {
    metrics: telemetry.metrics,
    // it needs nothing that could be away: a model or a controller that is shows in its runs
    isReady: async () => {},
  });

  onShutdown(logger, async () => {
    admin.drain();
    await new Promise(resolve => setTimeout(resolve, config.DRAIN_MS));
    await server.stop();
    client.stop();
    await telemetry.stop();
    await admin.stop();
  });

  logger.info(
    { port: server.port, adminPort: admin.port, sandboxPassed: isProven },
    'ready',
  );
}

function assertAddresses(
  { definition: { tools } }: Pick<Agent, 'definition'>,
  { CONTROLLERS }: Config,
): void {
  const missing = new Set(
    tools
      .map(({ target }) => target)
      .filter(target => !Object.hasOwn(CONTROLLERS, target)),
  );
  if (missing.size) {
    throw new StartError(
      `CONTROLLERS: there is no address of ${[...missing].sort().join(', ')}`,
    );
  }
}
