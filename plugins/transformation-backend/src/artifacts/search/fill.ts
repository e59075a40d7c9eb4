import type { LoggerService } from '@backstage/backend-plugin-api';
import type { TransformationDatabase } from '../../database/database';
import type { ArtifactStore } from '../store';

/**
 * Looks at what no release before has looked at, tenant by tenant, while the
 * plugin serves already: until it has come by, an artifact is listed and not found.
 */
export async function fillSearch(
  database: TransformationDatabase,
  artifacts: Pick<ArtifactStore, 'rebuildSearch'>,
  logger: LoggerService,
): Promise<void> {
  for (const tenant of await database.tenants()) {
    const { artifacts: count } = await artifacts.rebuildSearch(
      tenant,
      'missing',
    );
    if (count) logger.info(`Search: ${count} artifacts of ${tenant} filled in`);
  }
}
