import type { JWTPayload } from 'jose';
import { observed } from '../../src/runs/observe.ts';
import type { Turn } from '../../src/sandbox/scenario.ts';
import { startServer } from '../../src/server/server.ts';
import { createLogger } from '../../src/telemetry/logger.ts';
import { createMeasures } from '../../src/telemetry/measures.ts';
import { startTelemetry } from '../../src/telemetry/telemetry.ts';
import { createControllers, define, type Controllers } from './agents.ts';
import { createIssuer, type Issuer } from './tokens.ts';

/** The whole agent of the tests on a real port, with a scripted model. */
export interface RunningService {
  url: string;
  issuer: Issuer;
  controllers: Controllers;
  /** Lines of the log, parsed. */
  log: Record<string, unknown>[];
  metrics(): Promise<string>;
  /** Asks for a run, as somebody with these claims. */
  post(
    body: unknown,
    claims?: JWTPayload,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: Record<string, unknown> }>;
}

/** Starts it for a test, and stops it then. */
export async function withService(
  turns: Turn[],
  test: (service: RunningService) => Promise<void>,
  answers: Record<string, unknown> = { list_orders: { orders: ['orders/1'] } },
): Promise<void> {
  const issuer = await createIssuer();
  const telemetry = startTelemetry({});
  const log: Record<string, unknown>[] = [];
  const logger = createLogger('info', {
    write: line => log.push(JSON.parse(line) as Record<string, unknown>),
  });
  const controllers = createControllers(answers);
  const definition = define();
  const run = observed(
    controllers.run(definition, turns, false),
    logger,
    createMeasures(),
  );
  const server = await startServer(0, {
    run,
    toolbox: controllers.toolbox(definition, { isProven: false }),
    verify: issuer.verify,
    logger,
  });
  const url = `http://127.0.0.1:${server.port}`;
  try {
    await test({
      url,
      issuer,
      controllers,
      log,
      metrics: telemetry.metrics,
      async post(body, claims, headers) {
        const response = await fetch(`${url}/v1/runs`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${await issuer.sign(claims)}`,
            connection: 'close',
            ...headers,
          },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        });
        return {
          status: response.status,
          body: (await response.json()) as Record<string, unknown>,
        };
      },
    });
  } finally {
    await server.stop();
    await telemetry.stop();
  }
}
