import type { Request } from 'express';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';

/**
 * Lets one plugin in, as itself and for no user.
 *
 * @throws NotAllowedError, AuthenticationError
 */
export async function assertPlugin(
  httpAuth: HttpAuthService,
  request: Request,
  pluginId: string,
): Promise<void> {
  const { principal } = await httpAuth.credentials(request, {
    allow: ['service'],
  });
  if (principal.subject !== `plugin:${pluginId}`) {
    throw new NotAllowedError(
      `This is for the plugin ${pluginId}, not for ${principal.subject}`,
    );
  }
}
