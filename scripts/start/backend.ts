import { join } from 'node:path';
import { startChild, type Child } from '../factory/child';
import { LOADER, logOf, ROOT, type Settings } from '../factory/paths';
import { Problem } from '../factory/problem';
import { waitFor } from '../factory/waitFor';

/** Where the backend, and with it the page, answers. */
export const urlOf = ({ port }: Settings) => `http://localhost:${port}`;

/** Starts the backend from its sources. */
export function startBackend(settings: Settings): Child {
  const { dataDir, port, temporalPort } = settings;
  const url = urlOf(settings);
  return startChild(
    process.execPath,
    [
      '--require',
      LOADER,
      join(ROOT, 'packages', 'backend', 'src', 'index.ts'),
      '--config',
      join(ROOT, 'app-config.yaml'),
    ],
    {
      cwd: join(ROOT, 'packages', 'backend'),
      log: logOf(settings, 'backend'),
      graceMs: 20_000,
      env: {
        ...process.env,
        NODE_ENV: 'development',
        LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
        APP_CONFIG_app_baseUrl: url,
        APP_CONFIG_backend_baseUrl: url,
        APP_CONFIG_backend_cors_origin: url,
        APP_CONFIG_backend_listen_port: String(port),
        APP_CONFIG_backend_database_connection_directory: join(
          dataDir,
          'database',
        ),
        APP_CONFIG_transformation_dataDir: dataDir,
        APP_CONFIG_transformation_temporal_address: `127.0.0.1:${temporalPort}`,
      },
    },
  );
}

/** Waits until every plugin of the backend has started. */
export async function backendReady(
  child: Child,
  settings: Settings,
): Promise<void> {
  await waitFor(
    'The start of the backend',
    async () => {
      if (child.ended()) {
        throw new Problem(
          `The backend ended; its log is ${
            child.log
          }. The end of it:\n${child.lastLines()}`,
        );
      }
      const response = await fetch(
        `${urlOf(settings)}/.backstage/health/v1/readiness`,
      );
      return response.ok || undefined;
    },
    { seconds: 120, everyMs: 100 },
  );
}
