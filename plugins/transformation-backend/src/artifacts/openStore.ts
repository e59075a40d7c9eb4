import type {
  AuthService,
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type {
  MetricsService,
  TracingService,
} from '@backstage/backend-plugin-api/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ArtifactKindDefinition } from '@ameide/plugin-transformation-node';
import type { FactoryConfig } from '../config';
import { openDatabase } from '../database/database';
import { createS3Storage } from '../objects/s3Storage';
import { createStoreMetrics } from '../observability/metrics';
import { observeStore } from '../observability/observeStore';
import { createEntityLookup } from './entityLookup';
import { rebuildProjections } from './rebuild';
import { createArtifactStore } from './store';

/** What of Backstage the store uses. */
interface StoreServices {
  auth: AuthService;
  catalog: CatalogService;
  database: DatabaseService;
  logger: LoggerService;
  metrics: MetricsService;
  tracing: TracingService;
}

/** The store, brought up to date, and where it keeps what. */
export async function openStore(
  services: StoreServices,
  { s3 }: Pick<FactoryConfig, 's3'>,
  kinds: Map<string, ArtifactKindDefinition>,
) {
  const objects = s3 && createS3Storage(s3);
  const database = await openDatabase(services.database, objects);
  for (const tenant of await database.tenants()) {
    await rebuildProjections(database, tenant, 'missing');
  }
  const metrics = createStoreMetrics(services.metrics);
  const store = createArtifactStore({
    database,
    kinds,
    entityExists: createEntityLookup(services.auth, services.catalog),
    onSnapshots: metrics.snapshots,
  });
  const artifacts = observeStore(store, { ...services, metrics });
  return { database, objects, artifacts };
}
