import type { Artifact } from '@ameide/plugin-transformation-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { Flex, TextField } from '@backstage/ui';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { transformationApiRef } from '../../../api/transformationApi';
import { useAction } from '../../../api/useAction';
import type { Gate } from '../../../api/useGate';
import { ConfirmDialog } from '../../../components/ConfirmDialog';
import { GatedButton } from '../../../components/GatedButton';
import { Problem } from '../../../components/Problem';

/** Names the newest state, with a note on what it is. */
export const MakeRevisionButton = (props: {
  artifact: Artifact;
  gate: Gate;
  onDone: () => void;
}) => {
  const api = useApi(transformationApiRef);
  const [note, setNote] = useState<string>();
  const make = useAction(async () => {
    await api.command(props.artifact.id, {
      type: 'make-revision',
      commandId: uuidv7(),
      expectedSequence: props.artifact.sequence,
      note: note?.trim() || undefined,
    });
    setNote(undefined);
    props.onDone();
  });
  return (
    <>
      <GatedButton
        size="small"
        variant="secondary"
        reason={props.gate.reason}
        isDisabled={!props.gate.allowed}
        onPress={() => setNote('')}
      >
        Make revision
      </GatedButton>
      <ConfirmDialog
        isOpen={note !== undefined}
        title="Make a revision of the newest state"
        confirm="Make it"
        pending={make.pending}
        onCancel={() => setNote(undefined)}
        onConfirm={() => make.run()}
      >
        <Flex direction="column" gap="3">
          <TextField
            label="Note"
            secondaryLabel="Optional"
            value={note ?? ''}
            onChange={setNote}
            maxLength={500}
          />
          <Problem error={make.error} title="No revision was made" />
        </Flex>
      </ConfirmDialog>
    </>
  );
};
