import { Button, Flex, Text } from '@backstage/ui';
import {
  RiArrowGoBackLine,
  RiArrowGoForwardLine,
  RiDownloadLine,
  RiFullscreenLine,
  RiSaveLine,
  RiUploadLine,
} from '@remixicon/react';
import { FileButton } from '../../../components/FileButton';
import styles from './EditToolbar.module.css';
import type { EditorState } from './useEditor';

/** The buttons above the drawing. */
export const EditToolbar = (props: {
  state: EditorState;
  saving: boolean;
  onSave: () => void;
  onDownload: () => void;
  onUpload: (xml: string) => void;
}) => {
  const { state } = props;
  return (
    <div className={styles.bar} role="toolbar" aria-label="Drawing">
      <Flex gap="2">
        <Button
          variant="primary"
          iconStart={<RiSaveLine />}
          isDisabled={!state.dirty}
          isPending={props.saving}
          onPress={props.onSave}
        >
          Save
        </Button>
        <Button
          variant="secondary"
          iconStart={<RiArrowGoBackLine />}
          isDisabled={!state.canUndo}
          onPress={() => state.editor?.undo()}
        >
          Undo
        </Button>
        <Button
          variant="secondary"
          iconStart={<RiArrowGoForwardLine />}
          isDisabled={!state.canRedo}
          onPress={() => state.editor?.redo()}
        >
          Redo
        </Button>
      </Flex>
      <Text className={styles.state} color="secondary" role="status">
        {state.dirty ? '● Unsaved changes' : state.ready && 'All changes saved'}
      </Text>
      <Flex gap="2">
        <Button
          variant="secondary"
          iconStart={<RiFullscreenLine />}
          isDisabled={!state.ready}
          onPress={() => state.editor?.fit()}
        >
          Fit
        </Button>
        <Button
          variant="secondary"
          iconStart={<RiDownloadLine />}
          isDisabled={!state.ready}
          onPress={props.onDownload}
        >
          Download
        </Button>
        <FileButton
          variant="secondary"
          iconStart={<RiUploadLine />}
          accept=".bpmn,.xml"
          onText={props.onUpload}
        >
          Replace by upload
        </FileButton>
      </Flex>
    </div>
  );
};
