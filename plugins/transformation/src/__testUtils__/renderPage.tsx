import type { TransformationClient } from '@ameide/plugin-transformation-common';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import type { ReactElement } from 'react';
import { transformationApiRef } from '../api/transformationApi';
import { artifactsRouteRef, pullRequestsRouteRef } from '../routes';

/**
 * Renders a page with a client that knows the given methods only.
 *
 * @param options - `denied`: nothing is allowed (answers of the permission framework are cached by the process,
 * so a test file is either about those who may or about those who may not); `at`: the URL
 */
export function renderPage(
  element: ReactElement,
  client: Partial<TransformationClient>,
  options: { denied?: boolean; at?: string; path?: string } = {},
) {
  const permissions = mockApis.permission({
    authorize: options.denied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
  });
  return renderInTestApp(element, {
    apis: [
      [transformationApiRef, client as TransformationClient],
      [permissionApiRef, permissions],
      mockApis.identity({
        userEntityRef: 'user:acme/ada',
        ownershipEntityRefs: ['user:acme/ada', 'group:acme/sales'],
      }),
    ],
    mountedRoutes: {
      '/artifacts': artifactsRouteRef,
      '/pull-requests': pullRequestsRouteRef,
    },
    ...(options.path && { mountPath: options.path }),
    initialRouteEntries: [options.at ?? '/'],
  });
}
