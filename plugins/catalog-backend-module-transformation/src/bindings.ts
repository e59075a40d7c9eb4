import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { z } from 'zod';

const bindings = z.object({ items: z.array(z.string()) });

/** Entity references that an artifact's content is bound to; none where there is no such artifact yet. */
export type ReadBindings = (
  tenant: string,
  artifact: string,
) => Promise<string[]>;

/** Asks the transformation backend, as the catalog itself. */
export function createReadBindings(
  auth: AuthService,
  discovery: DiscoveryService,
): ReadBindings {
  return async (tenant, artifact) => {
    const baseUrl = await discovery.getBaseUrl('transformation');
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'transformation',
    });
    const response = await fetch(
      `${baseUrl}/v1/tenants/${encodeURIComponent(
        tenant,
      )}/artifacts/${encodeURIComponent(artifact)}/bindings`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    if (response.status === 404) return [];
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return bindings.parse(await response.json()).items;
  };
}
