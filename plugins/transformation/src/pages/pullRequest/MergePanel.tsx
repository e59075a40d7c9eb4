import {
  pullRequestMergePermission,
  type PullRequestDetail,
} from '@ameide/plugin-transformation-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Text } from '@backstage/ui';
import { useState } from 'react';
import { transformationApiRef } from '../../api/transformationApi';
import { useAction } from '../../api/useAction';
import { useGate } from '../../api/useGate';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { EntityName } from '../../components/EntityName';
import { GatedButton } from '../../components/GatedButton';
import { Problem } from '../../components/Problem';
import { When } from '../../components/When';

/** Merges, where it may and can be done; says why not where not, and by whom it was where it was. */
export const MergePanel = (props: {
  pullRequest: PullRequestDetail;
  onMerged: () => void;
}) => {
  const pr = props.pullRequest;
  const api = useApi(transformationApiRef);
  const gate = useGate(pullRequestMergePermission, 'merge pull requests');
  const [asking, setAsking] = useState(false);
  const merge = useAction(async () => {
    await api.mergePullRequest(pr.id);
    setAsking(false);
    props.onMerged();
  });

  if (pr.state === 'merged') {
    return (
      <Alert
        status="success"
        icon
        title={
          <>
            Merged{' '}
            {pr.mergedBy && (
              <>
                by <EntityName entityRef={pr.mergedBy} />{' '}
              </>
            )}
            {pr.mergedAt && <When at={pr.mergedAt} />}
          </>
        }
        description={
          pr.mergeCommit && `As commit ${pr.mergeCommit.slice(0, 12)}`
        }
      />
    );
  }
  if (pr.state === 'closed') {
    return <Alert status="info" icon title="Closed without being merged" />;
  }
  const problem = pr.mergeable
    ? undefined
    : pr.mergeProblem ?? 'It cannot be merged now.';
  return (
    <>
      <Flex justify="between" align="center" gap="4">
        {problem ? (
          <Alert
            status="warning"
            icon
            title="It cannot be merged now"
            description={problem}
          />
        ) : (
          <Text>It can be merged.</Text>
        )}
        <GatedButton
          variant="primary"
          reason={gate.reason ?? problem}
          isDisabled={!gate.allowed || !pr.mergeable}
          onPress={() => setAsking(true)}
        >
          Merge
        </GatedButton>
      </Flex>
      <ConfirmDialog
        isOpen={asking}
        title={`Merge into ${pr.baseBranch} of ${pr.repository}?`}
        confirm="Merge it"
        pending={merge.pending}
        onConfirm={() => merge.run()}
        onCancel={() => setAsking(false)}
      >
        <Flex direction="column" gap="3">
          <Text as="p">
            What is on {pr.baseBranch} is rolled out. It can be undone by
            another pull request only.
          </Text>
          <Problem error={merge.error} title="It was not merged" />
        </Flex>
      </ConfirmDialog>
    </>
  );
};
