import { z } from 'zod';
import { StartError } from './errors.ts';

const addresses = z.record(z.string(), z.url());

const schema = z.object({
  PORT: z.coerce.number().int().default(8080),
  ADMIN_PORT: z.coerce.number().int().default(8081),
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
  /** As `provider:name`; takes the place of the definition's where it is set. */
  MODEL: z
    .string()
    .regex(/^([a-z0-9_]+:\S+)?$/, 'has to be like provider:name')
    .default(''),
  /** The address of each target of a tool, as a JSON object. */
  CONTROLLERS: z
    .string()
    .default('{}')
    .transform((text, context) => {
      const result = addresses.safeParse(tryParse(text));
      if (result.success) return result.data;
      context.addIssue('has to be a JSON object of addresses');
      return z.NEVER;
    }),
});

/** The whole configuration; it comes from the environment alone. */
export type Config = z.infer<typeof schema>;

/** @throws StartError that names every variable that is missing or wrong */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const result = schema.safeParse(env);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
  throw new StartError(`The configuration is wrong. ${problems.join('; ')}`);
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
