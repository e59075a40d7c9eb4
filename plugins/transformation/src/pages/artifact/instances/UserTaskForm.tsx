import type {
  JsonObject,
  ProcessInterface,
  ProcessState,
} from '@ameide/plugin-transformation-common';
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
import { OutputField } from './OutputField';
import { fieldKind } from './sampleVariables';

/** A user task to decide: a field for each of its outputs, and for `approved` a clear choice of two buttons. */
export const UserTaskForm = (props: {
  instanceId: string;
  task: ProcessState['userTasks'][number];
  process: ProcessInterface | undefined;
  gate: Gate;
  onChanged: () => void;
}) => {
  const { task, process, gate } = props;
  const api = useApi(transformationApiRef);
  const [values, setValues] = useState<JsonObject>({});
  const [more, setMore] = useState('');
  const outputs =
    process?.userTasks.find(t => t.elementId === task.elementId)?.output ?? [];
  const decides = outputs.includes('approved');
  const parsed = parseJsonObject(more);
  const further = 'value' in parsed ? parsed.value : undefined;

  const complete = useAction(async (decision: JsonObject) => {
    await api.completeUserTask(props.instanceId, task.key, {
      ...values,
      ...further,
      ...decision,
    });
    props.onChanged();
  });
  const button = {
    reason: gate.reason,
    isDisabled: !gate.allowed || !further,
    isPending: complete.pending,
  };

  return (
    <Flex
      direction="column"
      gap="3"
      role="form"
      aria-label={task.name || task.elementId}
    >
      <div>
        <Text as="h4" weight="bold">
          {task.name || task.elementId}
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          Open since <When at={task.openedAt} />
          {task.assignee && `, for ${task.assignee}`}
          {task.candidateGroups?.length
            ? `, for ${task.candidateGroups.join(', ')}`
            : ''}
          {task.dueDate && (
            <>
              , due <When at={task.dueDate} />
            </>
          )}
        </Text>
      </div>
      {outputs
        .filter(name => name !== 'approved')
        .map(name => (
          <OutputField
            key={name}
            name={name}
            kind={fieldKind(name, process)}
            onChange={value => setValues(old => ({ ...old, [name]: value }))}
          />
        ))}
      <JsonField
        label={outputs.length ? 'Further variables' : 'Variables'}
        description="Optional, a JSON object"
        value={more}
        onChange={setMore}
        rows={2}
      />
      <Problem error={complete.error} title="The task was not completed" />
      <Flex gap="2">
        {decides ? (
          <>
            <GatedButton
              {...button}
              variant="primary"
              onPress={() => complete.run({ approved: true })}
            >
              Approve
            </GatedButton>
            <GatedButton
              {...button}
              variant="secondary"
              destructive
              onPress={() => complete.run({ approved: false })}
            >
              Reject
            </GatedButton>
          </>
        ) : (
          <GatedButton
            {...button}
            variant="primary"
            onPress={() => complete.run({})}
          >
            Complete
          </GatedButton>
        )}
      </Flex>
    </Flex>
  );
};
