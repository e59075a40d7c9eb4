import type { Build } from '@ameide/plugin-transformation-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { useEffect } from 'react';
import { transformationApiRef } from '../../../api/transformationApi';
import { useLoad } from '../../../api/useLoad';
import { EntityName } from '../../../components/EntityName';
import { Loaded } from '../../../components/Loaded';
import { Panel } from '../../../components/Panel';
import { StatusBadge } from '../../../components/StatusBadge';
import { When } from '../../../components/When';
import { BuildResult } from './BuildResult';
import { BuildSteps } from './BuildSteps';
import { PullRequestLinks } from './PullRequestLinks';

const OUTCOME: Partial<Record<Build['status'], string>> = {
  refused:
    'The drawing has errors, so nothing was built. They are marked below.',
  failed: 'A step could not be done; its message says why.',
};

/** One build: its steps as they go, then what came of it. */
export const BuildDetail = (props: {
  artifactId: string;
  buildId: string;
  onFinished: () => void;
}) => {
  const { buildId, onFinished } = props;
  const api = useApi(transformationApiRef);
  const load = useLoad(
    () => api.getBuild(buildId),
    [api, buildId],
    last => (!last || last.status === 'running' ? 1000 : undefined),
  );
  const status = load.value?.status;
  useEffect(() => {
    if (status && status !== 'running') onFinished();
  }, [status, onFinished]);

  return (
    <Loaded load={load} errorTitle="The build could not be loaded">
      {build => (
        <>
          <Panel title={`Build of revision r${build.revision}`}>
            <Flex direction="column" gap="3">
              <Flex gap="4" align="center">
                <StatusBadge status={build.status} />
                <Text color="secondary">
                  <When at={build.startedAt} /> by{' '}
                  <EntityName entityRef={build.startedBy} />
                </Text>
              </Flex>
              {OUTCOME[build.status] && <Text>{OUTCOME[build.status]}</Text>}
              <BuildSteps steps={build.steps} />
              <PullRequestLinks pullRequests={build.pullRequests} />
            </Flex>
          </Panel>
          {build.status !== 'running' && (
            <BuildResult artifactId={props.artifactId} build={build} />
          )}
        </>
      )}
    </Loaded>
  );
};
