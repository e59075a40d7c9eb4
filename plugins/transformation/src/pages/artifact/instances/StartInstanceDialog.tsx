import {
  startInstanceRequest,
  type Instance,
} from '@ameide/plugin-transformation-common';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Select,
  Text,
  TextField,
} from '@backstage/ui';
import { useState } from 'react';
import { transformationApiRef } from '../../../api/transformationApi';
import { useAction } from '../../../api/useAction';
import { JsonField, parseJsonObject } from '../../../components/JsonField';
import { Problem } from '../../../components/Problem';
import { sampleVariables } from './sampleVariables';
import { useProcesses } from './useProcesses';

/** Asks for the variables and the business key of a new instance. */
export const StartInstanceDialog = (props: {
  artifactId: string;
  onClose: () => void;
  onStarted: (instance: Instance) => void;
}) => {
  const api = useApi(transformationApiRef);
  const processes = useProcesses(props.artifactId);
  const [chosen, setChosen] = useState<string>();
  const [key, setKey] = useState('');
  const [typed, setTyped] = useState<string>();

  const process =
    processes?.find(p => p.processId === chosen) ?? processes?.[0];
  const text = typed ?? JSON.stringify(sampleVariables(process), null, 2);
  const variables = parseJsonObject(text);
  const keyProblem =
    key !== '' &&
    startInstanceRequest.shape.businessKey.safeParse(key).error?.issues[0]
      .message;
  const start = useAction(async () => {
    if (!('value' in variables)) return;
    props.onStarted(
      await api.startInstance(props.artifactId, {
        processId:
          (processes?.length ?? 0) > 1 ? process?.processId : undefined,
        businessKey: key || undefined,
        variables: variables.value,
      }),
    );
  });

  return (
    <Dialog isOpen onOpenChange={open => !open && props.onClose()} width={560}>
      <DialogHeader>Start an instance</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          {processes && processes.length > 1 && (
            <Select
              label="Process"
              value={process?.processId}
              onChange={value => setChosen(String(value))}
              options={processes.map(p => ({
                value: p.processId,
                label: p.name || p.processId,
              }))}
            />
          )}
          <TextField
            label="Business key"
            secondaryLabel="Optional"
            description="Part of the instance's id, as an order number is. A second running instance with the same key is refused."
            value={key}
            onChange={setKey}
            isInvalid={Boolean(keyProblem)}
          />
          {keyProblem && (
            <Text as="p" role="alert" variant="body-small" color="danger">
              The key {keyProblem}.
            </Text>
          )}
          <JsonField
            label="Variables"
            description="A JSON object. Put values in place of null; leave out what this instance does not need."
            value={text}
            onChange={setTyped}
            rows={9}
          />
          <Problem error={start.error} title="The instance was not started" />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={props.onClose}>
          Cancel
        </Button>
        <Button
          variant="primary"
          isDisabled={!('value' in variables) || Boolean(keyProblem)}
          isPending={start.pending}
          onPress={() => start.run()}
        >
          Start
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
