import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Flex, Link, Text } from '@backstage/ui';
import { transformationApiRef } from '../api/transformationApi';
import { useLoad } from '../api/useLoad';
import { Loaded } from '../components/Loaded';
import { Panel } from '../components/Panel';
import { When } from '../components/When';
import { artifactRouteRef } from '../routes';
import { artifactOf } from './artifactOf';
import { NOT_VISIBLE } from './notVisible';

/** The artifact of a component in a few words: its latest revision, and how many instances run. */
export const ProcessCard = () => {
  const { entity } = useEntity();
  const artifactId = artifactOf(entity)?.artifact ?? '';
  const api = useApi(transformationApiRef);
  const link = useRouteRef(artifactRouteRef)?.({ artifactId }) ?? '';
  const artifact = useLoad(
    () => api.getArtifact(artifactId),
    [api, artifactId],
  );
  const running = useLoad(
    () => api.listInstances(artifactId, { status: 'running' }),
    [api, artifactId],
    () => 10_000,
  );
  return (
    <Panel title="Process">
      <Loaded load={artifact} errorTitle={NOT_VISIBLE}>
        {value => (
          <Flex direction="column" gap="2">
            <Link href={link}>{value.title}</Link>
            <Text>
              {value.latestRevision ? (
                <>
                  Revision r{value.latestRevision.number},{' '}
                  <When at={value.latestRevision.createdAt} />
                </>
              ) : (
                'No revision yet'
              )}
            </Text>
            <Loaded load={running} errorTitle="The instances are not visible">
              {({ items }) => (
                <Link href={`${link}/instances`}>
                  {items.length === 1
                    ? '1 instance is running'
                    : `${items.length} instances are running`}
                </Link>
              )}
            </Loaded>
          </Flex>
        )}
      </Loaded>
    </Panel>
  );
};
