import type { ProcessState } from '@ameide/plugin-transformation-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { transformationApiRef } from '../../../api/transformationApi';
import { useAction } from '../../../api/useAction';
import type { Gate } from '../../../api/useGate';
import { GatedButton } from '../../../components/GatedButton';
import { JsonField, parseJsonObject } from '../../../components/JsonField';
import { Problem } from '../../../components/Problem';

/** Sends the message that an element waits for. Sent again after a lost answer, it is still taken once. */
export const MessageForm = (props: {
  instanceId: string;
  subscription: ProcessState['subscriptions'][number];
  gate: Gate;
  onChanged: () => void;
}) => {
  const { subscription, gate } = props;
  const api = useApi(transformationApiRef);
  const [text, setText] = useState('');
  const messageId = useRef(uuidv7());
  const parsed = parseJsonObject(text);
  const send = useAction(async () => {
    if (!('value' in parsed)) return;
    await api.publishMessage(props.instanceId, {
      name: subscription.messageName,
      correlationKey: subscription.correlationKey || undefined,
      variables: parsed.value,
      messageId: messageId.current,
    });
    messageId.current = uuidv7();
    setText('');
    props.onChanged();
  });
  return (
    <Flex
      direction="column"
      gap="3"
      role="form"
      aria-label={`Message ${subscription.messageName}`}
    >
      <div>
        <Text as="h4" weight="bold">
          {subscription.messageName}
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          at {subscription.elementId}
          {subscription.correlationKey &&
            `, correlation key ${subscription.correlationKey}`}
        </Text>
      </div>
      <JsonField
        label="Variables of the message"
        description="Optional, a JSON object"
        value={text}
        onChange={setText}
        rows={2}
      />
      <Problem error={send.error} title="The message was not sent" />
      <Flex>
        <GatedButton
          variant="primary"
          reason={gate.reason}
          isDisabled={!gate.allowed || !('value' in parsed)}
          isPending={send.pending}
          onPress={() => send.run()}
        >
          Send message
        </GatedButton>
      </Flex>
    </Flex>
  );
};
