import type { AuthService } from '@backstage/backend-plugin-api';
import {
  locationSpecToMetadataName,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import type { CatalogScmEventsService } from '@backstage/plugin-catalog-node/alpha';
import { CATALOG_INFO } from '../services/catalogInfo';
import { fileUrlIn } from './local/urlReader';

/** Tells the catalog that the main branch of a repository has moved. */
export type RefreshCatalog = (repositoryUrl: string) => Promise<void>;

/**
 * What was read from the repository is read again, and so is its
 * `catalog-info.yaml` where it was registered before it was merged: of that
 * one the catalog knows a location but no entity yet, so the event of the
 * repository does not reach it.
 */
export function createRefreshCatalog(
  auth: AuthService,
  catalog: CatalogService,
  events: CatalogScmEventsService,
): RefreshCatalog {
  return async repositoryUrl => {
    await events.publish([{ type: 'repository.updated', url: repositoryUrl }]);
    const name = locationSpecToMetadataName({
      type: 'url',
      target: fileUrlIn(repositoryUrl, CATALOG_INFO),
    });
    await catalog
      .refreshEntity(`location:default/${name}`, {
        credentials: await auth.getOwnServiceCredentials(),
      })
      .catch(unlessNotRegistered);
  };
}

/** Most repositories have nothing in the catalog, which is no failure. */
function unlessNotRegistered(error: Error & { statusCode?: number }): void {
  if (error.statusCode !== 404) throw error;
}
