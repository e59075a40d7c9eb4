import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type { ReactNode } from 'react';

/** Asks before something that cannot be taken back. */
export const ConfirmDialog = (props: {
  isOpen: boolean;
  title: string;
  children: ReactNode;
  confirm: string;
  destructive?: boolean;
  pending?: boolean;
  cancel?: string;
  onConfirm: () => void;
  onCancel: () => void;
}) => (
  <Dialog
    isOpen={props.isOpen}
    onOpenChange={open => !open && props.onCancel()}
    width={480}
  >
    <DialogHeader>{props.title}</DialogHeader>
    <DialogBody>{props.children}</DialogBody>
    <DialogFooter>
      <Button variant="secondary" onPress={props.onCancel}>
        {props.cancel ?? 'Cancel'}
      </Button>
      <Button
        variant="primary"
        destructive={props.destructive}
        isPending={props.pending}
        onPress={props.onConfirm}
      >
        {props.confirm}
      </Button>
    </DialogFooter>
  </Dialog>
);
