import { Button, Flex, Text } from '@backstage/ui';
import {
  RiArrowGoBackLine,
  RiArrowGoForwardLine,
  RiDownloadLine,
  RiSaveLine,
  RiUploadLine,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import { FileButton } from '../../../components/FileButton';
import styles from './EditToolbar.module.css';
import type { Editing } from './editing';

/** The buttons above what is edited. */
export const EditToolbar = (props: {
  editing: Editing;
  label: string;
  /** Endings of files that may be taken in its place, `.bpmn,.xml`. */
  accept: string;
  saving: boolean;
  onSave: () => void;
  onDownload: () => void;
  onUpload: (content: string) => void;
  children?: ReactNode;
}) => {
  const { editing } = props;
  return (
    <div className={styles.bar} role="toolbar" aria-label={props.label}>
      <Flex gap="2">
        <Button
          variant="primary"
          iconStart={<RiSaveLine />}
          isDisabled={!editing.dirty}
          isPending={props.saving}
          onPress={props.onSave}
        >
          Save
        </Button>
        <Button
          variant="secondary"
          iconStart={<RiArrowGoBackLine />}
          isDisabled={!editing.canUndo}
          onPress={editing.undo}
        >
          Undo
        </Button>
        <Button
          variant="secondary"
          iconStart={<RiArrowGoForwardLine />}
          isDisabled={!editing.canRedo}
          onPress={editing.redo}
        >
          Redo
        </Button>
      </Flex>
      <Text className={styles.state} color="secondary" role="status">
        {editing.dirty
          ? '● Unsaved changes'
          : editing.ready && 'All changes saved'}
      </Text>
      <Flex gap="2">
        {props.children}
        <Button
          variant="secondary"
          iconStart={<RiDownloadLine />}
          isDisabled={!editing.ready}
          onPress={props.onDownload}
        >
          Download
        </Button>
        <FileButton
          variant="secondary"
          iconStart={<RiUploadLine />}
          accept={props.accept}
          onText={props.onUpload}
        >
          Replace by upload
        </FileButton>
      </Flex>
    </div>
  );
};
