import type { InstanceDetail } from '@ameide/plugin-transformation-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Text } from '@backstage/ui';
import { useState } from 'react';
import { transformationApiRef } from '../../../api/transformationApi';
import { useAction } from '../../../api/useAction';
import type { Gate } from '../../../api/useGate';
import { ConfirmDialog } from '../../../components/ConfirmDialog';
import { GatedButton } from '../../../components/GatedButton';
import { Problem } from '../../../components/Problem';
import { StatusBadge } from '../../../components/StatusBadge';
import { When } from '../../../components/When';

/** Which instance this is and how it does; cancels it. */
export const InstanceHead = (props: {
  instance: InstanceDetail;
  gate: Gate;
  onChanged: () => void;
}) => {
  const { instance, gate } = props;
  const api = useApi(transformationApiRef);
  const [asking, setAsking] = useState(false);
  const cancel = useAction(async () => {
    await api.cancelInstance(instance.id);
    setAsking(false);
    props.onChanged();
  });

  return (
    <Flex direction="column" gap="3">
      <Flex justify="between" align="center" gap="4">
        <Flex direction="column" gap="1">
          <Text
            as="h3"
            variant="title-x-small"
            style={{ overflowWrap: 'anywhere' }}
          >
            {instance.id}
          </Text>
          <Flex gap="3" align="center">
            <StatusBadge status={instance.status} />
            <Text color="secondary">
              {instance.revision ? `revision r${instance.revision}, ` : ''}
              started <When at={instance.startedAt} />
              {instance.closedAt && (
                <>
                  , ended <When at={instance.closedAt} />
                </>
              )}
            </Text>
          </Flex>
        </Flex>
        {instance.status === 'running' && (
          <GatedButton
            variant="secondary"
            destructive
            reason={gate.reason}
            isDisabled={!gate.allowed}
            onPress={() => setAsking(true)}
          >
            Cancel instance
          </GatedButton>
        )}
      </Flex>
      {instance.failure && (
        <Alert
          status="danger"
          icon
          title="This instance failed"
          description={instance.failure}
        />
      )}
      {instance.stateProblem && (
        <Alert
          status="warning"
          icon
          title="Where its tokens are is not known at the moment"
          description={instance.stateProblem}
        />
      )}
      <ConfirmDialog
        isOpen={asking}
        title="Cancel this instance?"
        confirm="Cancel the instance"
        cancel="Keep it running"
        destructive
        pending={cancel.pending}
        onConfirm={() => cancel.run()}
        onCancel={() => setAsking(false)}
      >
        <Text as="p">
          {instance.id} ends where it is; what it has done already is not undone
          by this. It cannot be taken back.
        </Text>
        <Problem error={cancel.error} title="It was not cancelled" />
      </ConfirmDialog>
    </Flex>
  );
};
