import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ButtonLink, Flex, Text } from '@backstage/ui';
import { transformationApiRef } from '../api/transformationApi';
import { useLoad } from '../api/useLoad';
import { Loaded } from '../components/Loaded';
import { DiagramViewer } from '../diagram/DiagramViewer';
import { artifactRouteRef } from '../routes';
import { artifactOf } from './artifactOf';
import { NOT_VISIBLE } from './notVisible';

/** The drawing that a component was built from. */
export const ProcessContent = () => {
  const { entity } = useEntity();
  const artifactId = artifactOf(entity)?.artifact ?? '';
  const api = useApi(transformationApiRef);
  const link = useRouteRef(artifactRouteRef);
  const load = useLoad(async () => {
    const [artifact, content] = await Promise.all([
      api.getArtifact(artifactId),
      api.getContent(artifactId),
    ]);
    return { artifact, content };
  }, [api, artifactId]);
  return (
    <Loaded load={load} errorTitle={NOT_VISIBLE}>
      {({ artifact, content }) => (
        <Flex direction="column" gap="3" p="4">
          <Flex justify="between" align="center">
            <Text as="h3" variant="title-x-small">
              {artifact.title}
            </Text>
            <ButtonLink
              variant="secondary"
              href={link?.({ artifactId }) ?? '#'}
            >
              Open the artifact
            </ButtonLink>
          </Flex>
          <DiagramViewer
            content={content.content}
            label={`Drawing of ${artifact.title}`}
            height={520}
          />
        </Flex>
      )}
    </Loaded>
  );
};
