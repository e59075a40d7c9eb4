import {
  resourceIdOf,
  startContent,
  type StartKind,
} from '@ameide/plugin-transformation-common';
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

/** What can be begun here, in words. */
const KINDS: { value: StartKind; label: string }[] = [
  { value: 'markdown', label: 'Text (Markdown)' },
  { value: 'dmn', label: 'Decision (DMN)' },
  { value: 'archimate', label: 'Architecture (ArchiMate)' },
  { value: 'agent-definition', label: 'Agent' },
  { value: 'composition', label: 'Composition of processes, agents and tools' },
  { value: 'initiative', label: 'Initiative' },
];

/** Asks for a title and an owner, then creates the artifact: of an uploaded drawing, of a small one to begin with, or of a small text. */
export const NewArtifactDialog = (props: {
  owners: string[];
  /** Whether it is a drawing, or a text of a kind that is asked for. */
  what: 'drawing' | 'text';
  upload?: { content: string; title: string; fileName: string };
  onClose: () => void;
}) => {
  const [title, setTitle] = useState(props.upload?.title ?? '');
  const [owner, setOwner] = useState<string | undefined>(props.owners[0]);
  const [kind, setKind] = useState<StartKind>('markdown');
  const create = useCreateArtifact();
  const id = resourceIdOf(title);
  const ready = title.trim().length > 0 && id !== undefined;
  const submit = () => {
    if (!ready) return;
    const named = { title: title.trim(), owner };
    create.run(
      props.what === 'drawing'
        ? {
            ...named,
            kind: 'bpmn',
            content: props.upload?.content ?? newDrawing(named.title),
          }
        : {
            ...named,
            kind,
            content: startContent(kind, named.title),
          },
    );
  };

  return (
    <Dialog isOpen onOpenChange={open => !open && props.onClose()} width={520}>
      <DialogHeader>{headOf(props)}</DialogHeader>
      <DialogBody>
        <form
          id="new-artifact"
          onSubmit={event => {
            event.preventDefault();
            submit();
          }}
        >
          <Flex direction="column" gap="4">
            {props.what === 'text' && (
              <Select
                label="Kind"
                options={KINDS}
                value={kind}
                onChange={key => setKind(key as StartKind)}
              />
            )}
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

function headOf(props: Parameters<typeof NewArtifactDialog>[0]): string {
  if (props.upload) return `Upload ${props.upload.fileName}`;
  return props.what === 'drawing' ? 'Draw a process' : 'Write something';
}
