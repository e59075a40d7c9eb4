import type {
  Check,
  ErasureResult,
  ImportResult,
  PurgeResult,
} from '@ameide/plugin-transformation-common';
import { rebuildProjections, type Rebuilt } from '../artifacts/rebuild';
import type { ArtifactStore } from '../artifacts/store';
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
  rebuildSearch: ArtifactStore['rebuildSearch'];
  checks: () => Promise<Check[]>;
}): TenantService {
  const { database, objects, rebuildSearch, checks } = options;
  return {
    export: tenant => exportTenant(database, tenant, new Date()),
    async import(tenant, lines) {
      const done = await importTenant(database, tenant, lines);
      // where it breaks off, the next start of the plugin fills what is missing
      await rebuildSearch(tenant, 'missing');
      return done;
    },
    purge: tenant => purgeTenant(database, objects, tenant),
    erase: (tenant, ref) => erasePerson(database, objects, tenant, ref),
    async rebuild(tenant, onProgress) {
      const folded = await rebuildProjections(
        database,
        tenant,
        'all',
        onProgress,
      );
      const searched = await rebuildSearch(tenant, 'all');
      const mended = new Set([...folded.mended, ...searched.mended]);
      return { ...folded, mended: [...mended].sort() };
    },
    check: checks,
  };
}
