import {
  createTransformationClient,
  type TransformationClient,
} from '@ameide/plugin-transformation-common';
import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';

/** The typed client of `/api/transformation/v1`, sending the signed-in person's credentials. */
export const transformationApiRef = createApiRef<TransformationClient>({
  id: 'plugin.transformation.client',
});

export const transformationApi = ApiBlueprint.make({
  params: define =>
    define({
      api: transformationApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        createTransformationClient(
          () => discoveryApi.getBaseUrl('transformation'),
          (url, init) => fetchApi.fetch(url, init),
        ),
    }),
});
