import type { Settings } from '../factory/paths';
import { freePort } from '../factory/ports';
import type { Engine } from './engine';

/**
 * Prepares for backends on the database whose clients are faster than anybody
 * whom a limit is made for.
 *
 * @returns where such a backend listens and keeps its data
 */
export async function underLoad(
  engine: Engine,
  dataDir: string,
): Promise<Settings> {
  const limits = 'APP_CONFIG_transformation_writesPerMinute';
  Object.assign(process.env, engine.env, {
    [`${limits}_perUser`]: '1000000',
    [`${limits}_perTenant`]: '1000000',
  });
  return {
    dataDir,
    port: await freePort(),
    temporalPort: await freePort(),
    temporalUiPort: await freePort(),
  };
}
