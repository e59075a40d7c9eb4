import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** `/artifacts` */
export const artifactsRouteRef = createRouteRef();

/** `/artifacts/{artifact}` */
export const artifactRouteRef = createSubRouteRef({
  parent: artifactsRouteRef,
  path: '/:artifactId',
});

/** `/artifacts/{artifact}/builds/{build}` */
export const buildRouteRef = createSubRouteRef({
  parent: artifactsRouteRef,
  path: '/:artifactId/builds/:buildId',
});

/** `/pull-requests` */
export const pullRequestsRouteRef = createRouteRef();

/** `/pull-requests/{pullRequest}` */
export const pullRequestRouteRef = createSubRouteRef({
  parent: pullRequestsRouteRef,
  path: '/:pullRequestId',
});
