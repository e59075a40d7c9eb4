import { join, resolve } from 'node:path';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { WriteLimits } from './access/limitWrites';
import { readS3Config } from './objects/config';
import type { S3Config } from './objects/s3Storage';
import { readRetention, type Retention } from './retention/config';

/** How to reach Temporal. */
export interface TemporalConfig {
  address: string;
  namespace: string;
  apiKey?: string;
  tls?: {
    serverName?: string;
    caFile?: string;
    certFile?: string;
    keyFile?: string;
  };
}

const WRITES_PER_MINUTE: WriteLimits = { perUser: 1200, perTenant: 6000 };

/** Settings of the plugin, `transformation` in app-config; see `config.d.ts`. */
export interface FactoryConfig {
  appBaseUrl: string;
  dataDir: string;
  temporal: TemporalConfig;
  forge: { type: 'local'; dir: string } | { type: 'none' };
  runner: { type: 'local'; dir: string } | { type: 'none' };
  writeLimits: WriteLimits;
  /** Where contents go, unless it is the database. */
  s3?: S3Config;
  retention: Retention;
}

/** Reads the settings; relative folders are relative to the working directory. */
export function readFactoryConfig(root: RootConfigService): FactoryConfig {
  const config = root.getOptionalConfig('transformation');
  const dataDir = resolve(config?.getOptionalString('dataDir') ?? 'data');
  const tls = config?.getOptionalConfig('temporal.tls');
  const embedded = (key: string, folder: string) =>
    (config?.getOptionalString(`${key}.type`) ?? 'none') === 'local'
      ? { type: 'local' as const, dir: join(dataDir, folder) }
      : { type: 'none' as const };
  return {
    appBaseUrl: root.getString('app.baseUrl').replace(/\/$/, ''),
    dataDir,
    temporal: {
      address:
        config?.getOptionalString('temporal.address') ?? '127.0.0.1:7233',
      namespace: config?.getOptionalString('temporal.namespace') ?? 'default',
      apiKey: config?.getOptionalString('temporal.apiKey'),
      tls: tls && {
        serverName: tls.getOptionalString('serverName'),
        caFile: tls.getOptionalString('caFile'),
        certFile: tls.getOptionalString('certFile'),
        keyFile: tls.getOptionalString('keyFile'),
      },
    },
    forge: embedded('forge', 'forge'),
    runner: embedded('runner', 'runner'),
    writeLimits: {
      perUser:
        config?.getOptionalNumber('writesPerMinute.perUser') ??
        WRITES_PER_MINUTE.perUser,
      perTenant:
        config?.getOptionalNumber('writesPerMinute.perTenant') ??
        WRITES_PER_MINUTE.perTenant,
    },
    s3: readS3Config(config),
    retention: readRetention(config),
  };
}
