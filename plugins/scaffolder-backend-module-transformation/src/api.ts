import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  createTransformationClient,
  type TransformationClient,
} from '@ameide/plugin-transformation-common';

/** Calls the transformation backend in the name of whoever started the task. */
export type ApiOf = (credentials: BackstageCredentials) => TransformationClient;

export function createApiOf(
  auth: AuthService,
  discovery: DiscoveryService,
): ApiOf {
  return credentials =>
    createTransformationClient(
      () => discovery.getBaseUrl('transformation'),
      async (url, init) => {
        const { token } = await auth.getPluginRequestToken({
          onBehalfOf: credentials,
          targetPluginId: 'transformation',
        });
        return fetch(url, {
          ...init,
          headers: { ...init?.headers, authorization: `Bearer ${token}` },
        });
      },
    );
}
