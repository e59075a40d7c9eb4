import { MarkdownContent } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { Container, Flex, Header, Link, Text } from '@backstage/ui';
import { useParams } from 'react-router-dom';
import { transformationApiRef } from '../../api/transformationApi';
import { useLoad } from '../../api/useLoad';
import { EntityName } from '../../components/EntityName';
import { Loaded } from '../../components/Loaded';
import { NotFound } from '../../components/NotFound';
import { Panel } from '../../components/Panel';
import { isNotFound } from '../../components/Problem';
import { StatusBadge } from '../../components/StatusBadge';
import { When } from '../../components/When';
import {
  buildRouteRef,
  pullRequestRouteRef,
  pullRequestsRouteRef,
} from '../../routes';
import { DiffView } from './DiffView';
import { MergePanel } from './MergePanel';

/** One pull request: what it is for, what it changes, and its merge. */
export const PullRequestPage = () => {
  const { pullRequestId = '' } = useParams();
  const api = useApi(transformationApiRef);
  const list = useRouteRef(pullRequestsRouteRef)?.() ?? '/pull-requests';
  const link = useRouteRef(pullRequestRouteRef);
  const buildLink = useRouteRef(buildRouteRef);
  const load = useLoad(
    () => api.getPullRequest(pullRequestId),
    [api, pullRequestId],
  );
  if (isNotFound(load.error)) {
    return (
      <NotFound
        title="No such pull request"
        back={{ href: list, label: 'All pull requests' }}
      >
        There is no pull request “{pullRequestId}” in your tenant.
      </NotFound>
    );
  }
  const pr = load.value;
  return (
    <>
      <Header
        title={pr?.title ?? pullRequestId}
        metadata={
          pr && [
            { label: 'State', value: <StatusBadge status={pr.state} /> },
            { label: 'Repository', value: `${pr.repository} #${pr.number}` },
            {
              label: 'Branches',
              value: `${pr.headBranch} into ${pr.baseBranch}`,
            },
            {
              label: 'Opened',
              value: (
                <>
                  <When at={pr.createdAt} /> by{' '}
                  <EntityName entityRef={pr.author} />
                </>
              ),
            },
          ]
        }
      />
      <Container>
        <Loaded load={load} errorTitle="The pull request could not be loaded">
          {value => (
            <Flex direction="column" gap="4">
              <MergePanel pullRequest={value} onMerged={load.reload} />
              <Panel title="Description">
                <Flex direction="column" gap="2">
                  {value.body ? (
                    <MarkdownContent content={value.body} />
                  ) : (
                    <Text color="secondary">No description.</Text>
                  )}
                  <Flex gap="4">
                    {value.artifactId && value.buildId && (
                      <Link
                        href={buildLink?.({
                          artifactId: value.artifactId,
                          buildId: value.buildId,
                        })}
                      >
                        {`Build of ${value.artifactId}, revision r${value.revision}`}
                      </Link>
                    )}
                    {value.companionId && (
                      <Link href={link?.({ pullRequestId: value.companionId })}>
                        {`Companion pull request ${value.companionId}`}
                      </Link>
                    )}
                  </Flex>
                </Flex>
              </Panel>
              <DiffView diff={value.diff} />
            </Flex>
          )}
        </Loaded>
      </Container>
    </>
  );
};
