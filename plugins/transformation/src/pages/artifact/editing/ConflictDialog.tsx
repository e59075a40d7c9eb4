import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import { Problem } from '../../../components/Problem';
import { EventList } from '../history/EventList';
import type { Conflict } from './useSave';

/** Somebody else saved first: says what they did, and lets the person choose. Nothing is lost either way. */
export const ConflictDialog = (props: {
  conflict: Conflict;
  /** What is edited, in a word: `drawing`. */
  what: string;
  pending: boolean;
  error: Error | undefined;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onDownload: () => void;
  onCancel: () => void;
}) => (
  <Dialog isOpen onOpenChange={open => !open && props.onCancel()} width={640}>
    <DialogHeader>Somebody else saved meanwhile</DialogHeader>
    <DialogBody>
      <Flex direction="column" gap="3">
        <Text as="p">
          Your {props.what} is not saved yet. Since you opened it, this
          happened:
        </Text>
        <EventList events={props.conflict.events} />
        <Text as="p" color="secondary">
          <strong>Keep mine</strong> saves your {props.what} over theirs as a
          new change; theirs stays in the history. <strong>Take theirs</strong>{' '}
          shows their {props.what} and discards your changes; download yours
          first if you want to keep them.
        </Text>
        <Problem error={props.error} />
      </Flex>
    </DialogBody>
    <DialogFooter>
      <Button variant="tertiary" onPress={props.onDownload}>
        Download mine
      </Button>
      <Button variant="secondary" onPress={props.onCancel}>
        Cancel
      </Button>
      <Button
        variant="secondary"
        isDisabled={props.pending}
        onPress={props.onTakeTheirs}
      >
        Take theirs
      </Button>
      <Button
        variant="primary"
        isPending={props.pending}
        onPress={props.onKeepMine}
      >
        Keep mine
      </Button>
    </DialogFooter>
  </Dialog>
);
