import type { Router } from 'express';
import { z } from 'zod';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { ArtifactStore } from '../artifacts/store';
import { assertPlugin } from './service';
import { validate } from './validate';

export const documentsQuery = z.object({
  pageSize: z.coerce.number().int().min(1).max(1000).default(200),
  pageToken: z.string().max(500).optional(),
});

/**
 * For the search: what artifacts say, tenant by tenant. It indexes for nobody in
 * particular, and asks for the permission of each document before it shows it.
 */
export function addSearchDocumentRoutes(
  router: Router,
  artifacts: Pick<ArtifactStore, 'tenants' | 'searchDocuments'>,
  httpAuth: HttpAuthService,
): void {
  router.get('/tenants', async (request, response) => {
    await assertPlugin(httpAuth, request, 'search');
    response.json({ items: await artifacts.tenants() });
  });

  router.get('/tenants/:tenant/search-documents', async (request, response) => {
    await assertPlugin(httpAuth, request, 'search');
    response.json(
      await artifacts.searchDocuments(
        request.params.tenant,
        validate(documentsQuery, request.query),
      ),
    );
  });
}
