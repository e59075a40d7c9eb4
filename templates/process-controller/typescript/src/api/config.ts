import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().int().default(8080),
  ADMIN_PORT: z.coerce.number().int().default(8081),
  TEMPORAL_ADDRESS: z.string().min(1).default('localhost:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  /** Where new instances are served; the name of the project where it is not given. */
  TEMPORAL_TASK_QUEUE: z.string().min(1).optional(),
  TEMPORAL_TLS: z.enum(['true', 'false']).default('false'),
  TEMPORAL_API_KEY: z.string().min(1).optional(),
  /** Of the drawing, for the factory's pages. */
  REVISION: z.coerce.number().int().positive().optional(),
  AUTH_ISSUER: z.url(),
  AUTH_AUDIENCE: z.string().min(1),
  AUTH_JWKS_URL: z.url(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error'])
    .default('info'),
  /** How long it goes on serving once it is asked to end, while load balancers forget it. */
  DRAIN_MS: z.coerce.number().int().min(0).default(5_000),
  /** Where traces go; none are sent without it. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
});

/** The whole configuration; it comes from the environment alone. */
export type Config = z.infer<typeof schema>;

/** @throws Error that names every variable that is missing or wrong */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const result = schema.safeParse(env);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
  throw new Error(`The configuration is wrong. ${problems.join('; ')}`);
}
