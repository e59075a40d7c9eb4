import type {
  Check,
  ErasureResult,
  ImportResult,
  PurgeResult,
} from '@ameide/plugin-transformation-common';
import { rebuildProjections, type Rebuilt } from '../artifacts/rebuild';
import type { TransformationDatabase } from '../database/database';
import type { ObjectStorage } from '../objects/objectStorage';
import { erasePerson } from './erasePerson';
import { exportTenant } from './exportTenant';
import { importTenant } from './importTenant';
import { purgeTenant } from './purgeTenant';

/** What is done to a tenant as a whole. */
export interface TenantService {
  /** The text of each line. */
  export(tenant: string): AsyncIterable<string>;
  /** @throws InputError, ConflictError */
  import(tenant: string, lines: AsyncIterable<string>): Promise<ImportResult>;
  purge(tenant: string): Promise<PurgeResult>;
  /** @throws InputError */
  erase(tenant: string, userEntityRef: string): Promise<ErasureResult>;
  rebuild(
    tenant: string,
    onProgress: (done: number, total: number) => void,
  ): Promise<Rebuilt>;
  /** Looks at everything that the factory needs. */
  check(): Promise<Check[]>;
}

export function createTenantService(options: {
  database: TransformationDatabase;
  objects?: ObjectStorage;
  checks: () => Promise<Check[]>;
}): TenantService {
  const { database, objects, checks } = options;
  return {
    export: tenant => exportTenant(database, tenant, new Date()),
    import: (tenant, lines) => importTenant(database, tenant, lines),
    purge: tenant => purgeTenant(database, objects, tenant),
    erase: (tenant, ref) => erasePerson(database, objects, tenant, ref),
    rebuild: (tenant, onProgress) =>
      rebuildProjections(database, tenant, 'all', onProgress),
    check: checks,
  };
}
