import { resourceIdOf } from '@ameide/plugin-transformation-common';
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
import { Problem } from '../../components/Problem';
import { newDrawing } from '../../diagram/newDrawing';
import { useCreateArtifact } from './useCreateArtifact';

/** Asks for a title and an owner, then creates the artifact: of an uploaded drawing, or of a small one to begin with. */
export const NewArtifactDialog = (props: {
  owners: string[];
  upload?: { content: string; title: string; fileName: string };
  onClose: () => void;
}) => {
  const [title, setTitle] = useState(props.upload?.title ?? '');
  const [owner, setOwner] = useState<string | undefined>(props.owners[0]);
  const create = useCreateArtifact();
  const id = resourceIdOf(title);
  const ready = title.trim().length > 0 && id !== undefined;
  const submit = () => {
    if (!ready) return;
    create.run({
      title: title.trim(),
      owner,
      content: props.upload?.content ?? newDrawing(title.trim()),
    });
  };

  return (
    <Dialog isOpen onOpenChange={open => !open && props.onClose()} width={520}>
      <DialogHeader>
        {props.upload ? `Upload ${props.upload.fileName}` : 'Draw a process'}
      </DialogHeader>
      <DialogBody>
        <form
          id="new-artifact"
          onSubmit={event => {
            event.preventDefault();
            submit();
          }}
        >
          <Flex direction="column" gap="4">
            <TextField
              label="Title"
              value={title}
              onChange={setTitle}
              maxLength={200}
              isRequired
              placeholder="Lead to order"
            />
            {title.trim() !== '' && (
              <Text as="p" variant="body-small" color="secondary">
                {id
                  ? `Its id will be “${id}”, or one like it if that is taken.`
                  : 'A title needs at least one letter from a to z.'}
              </Text>
            )}
            {props.owners.length > 0 && (
              <Select
                label="Owner"
                options={props.owners.map(ref => ({ value: ref, label: ref }))}
                value={owner}
                onChange={key =>
                  setOwner(key === null ? undefined : String(key))
                }
              />
            )}
            <Problem error={create.error} title="It was not created" />
          </Flex>
        </form>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={props.onClose}>
          Cancel
        </Button>
        <Button
          type="submit"
          form="new-artifact"
          variant="primary"
          isDisabled={!ready}
          isPending={create.pending}
        >
          Create
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
