import type { ProcessState } from '@ameide/plugin-transformation-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { useState } from 'react';
import { transformationApiRef } from '../../../api/transformationApi';
import { useAction } from '../../../api/useAction';
import type { Gate } from '../../../api/useGate';
import { GatedButton } from '../../../components/GatedButton';
import { JsonField, parseJsonObject } from '../../../components/JsonField';
import { Problem } from '../../../components/Problem';
import { When } from '../../../components/When';

/** What is stuck and why; tries it again, with changed variables where those were the cause. */
export const IncidentForm = (props: {
  instanceId: string;
  incident: ProcessState['incidents'][number];
  gate: Gate;
  onChanged: () => void;
}) => {
  const { incident, gate } = props;
  const api = useApi(transformationApiRef);
  const [text, setText] = useState('');
  const parsed = parseJsonObject(text);
  const retry = useAction(async () => {
    if (!('value' in parsed)) return;
    await api.retryIncident(
      props.instanceId,
      incident.key,
      text.trim() ? parsed.value : undefined,
    );
    props.onChanged();
  });
  return (
    <Flex
      direction="column"
      gap="3"
      role="form"
      aria-label={`Incident at ${incident.elementId}`}
    >
      <div>
        <Text as="h4" weight="bold">
          {incident.elementId}
        </Text>
        <Text as="p" color="danger">
          {incident.message}
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          since <When at={incident.since} />
        </Text>
      </div>
      <JsonField
        label="Changed variables"
        description="Optional, a JSON object: set before the retry"
        value={text}
        onChange={setText}
        rows={2}
      />
      <Problem error={retry.error} title="The retry did not work" />
      <Flex>
        <GatedButton
          variant="primary"
          reason={gate.reason}
          isDisabled={!gate.allowed || !('value' in parsed)}
          isPending={retry.pending}
          onPress={() => retry.run()}
        >
          Retry
        </GatedButton>
      </Flex>
    </Flex>
  );
};
