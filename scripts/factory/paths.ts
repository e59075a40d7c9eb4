import { dirname, join } from 'node:path';

/** The folder of the project. */
export const ROOT = dirname(dirname(__dirname));

/** What lets Node run TypeScript as the backend needs it. */
export const LOADER = join(
  ROOT,
  'node_modules',
  '@backstage',
  'cli',
  'config',
  'nodeTransform.cjs',
);

/** Tools that were fetched once. */
export const TOOLS = join(ROOT, '.cache', 'toolchain');

/** Where one running factory listens and keeps its data. Tests set these, to run beside another one. */
export interface Settings {
  dataDir: string;
  port: number;
  temporalPort: number;
  temporalUiPort: number;
}

/** Reads `AMEIDE_DATA`, `AMEIDE_PORT` and `AMEIDE_TEMPORAL_PORT`. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const temporalPort = Number(env.AMEIDE_TEMPORAL_PORT ?? 7233);
  return {
    dataDir: env.AMEIDE_DATA ?? join(ROOT, 'data'),
    port: Number(env.AMEIDE_PORT ?? 7007),
    temporalPort,
    temporalUiPort: temporalPort + 1000,
  };
}

/** Where a part of the factory writes what it has to say. */
export function logOf({ dataDir }: Settings, part: string): string {
  return join(dataDir, 'logs', `${part}.log`);
}
