import {
  artifactWritePermission,
  type Artifact,
} from '@ameide/plugin-transformation-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { Flex, TextField } from '@backstage/ui';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { transformationApiRef } from '../../api/transformationApi';
import { useAction } from '../../api/useAction';
import { useGate } from '../../api/useGate';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { GatedButton } from '../../components/GatedButton';
import { Problem } from '../../components/Problem';

/** Gives the artifact another title; its id stays. */
export const RenameButton = (props: {
  artifact: Artifact;
  onDone: () => void;
}) => {
  const api = useApi(transformationApiRef);
  const gate = useGate(
    artifactWritePermission,
    'rename this artifact',
    props.artifact,
  );
  const [title, setTitle] = useState<string>();
  const rename = useAction(async (to: string) => {
    // Of no consequence to what others do: the newest sequence is as good as the one on the screen.
    const { sequence } = await api.getArtifact(props.artifact.id);
    await api.command(props.artifact.id, {
      type: 'rename',
      commandId: uuidv7(),
      expectedSequence: sequence,
      title: to,
    });
    setTitle(undefined);
    props.onDone();
  });
  return (
    <>
      <GatedButton
        variant="secondary"
        reason={gate.reason}
        isDisabled={!gate.allowed}
        onPress={() => setTitle(props.artifact.title)}
      >
        Rename
      </GatedButton>
      <ConfirmDialog
        isOpen={title !== undefined}
        title="Rename"
        confirm="Save title"
        pending={rename.pending}
        onCancel={() => setTitle(undefined)}
        onConfirm={() => title?.trim() && rename.run(title.trim())}
      >
        <Flex direction="column" gap="3">
          <TextField
            label="Title"
            value={title ?? ''}
            onChange={setTitle}
            maxLength={200}
            isRequired
          />
          <Problem error={rename.error} />
        </Flex>
      </ConfirmDialog>
    </>
  );
};
