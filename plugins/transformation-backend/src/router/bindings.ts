import type { Router } from 'express';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { ArtifactKindDefinition } from '@ameide/plugin-transformation-node';
import type { ArtifactStore } from '../artifacts/store';
import { assertPlugin } from './service';

/**
 * For the catalog: it asks what a drawing is bound to, and
 * names the tenant, since it processes entities for nobody in particular.
 */
export function addBindingRoutes(
  router: Router,
  artifacts: ArtifactStore,
  kinds: Map<string, ArtifactKindDefinition>,
  httpAuth: HttpAuthService,
): void {
  router.get(
    '/tenants/:tenant/artifacts/:artifact/bindings',
    async (request, response) => {
      await assertPlugin(httpAuth, request, 'catalog');
      const { tenant, artifact } = request.params;
      const { kind } = await artifacts.get(tenant, artifact);
      const { content } = await artifacts.content(tenant, artifact);
      const described = await kinds.get(kind)?.describe(content);
      const references = described?.references ?? [];
      // the catalog knows entities alone
      const items = references.filter(name => !name.startsWith('tenants/'));
      response.json({ items });
    },
  );
}
