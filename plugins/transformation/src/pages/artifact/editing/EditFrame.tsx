import type {
  Artifact,
  ArtifactContent,
} from '@ameide/plugin-transformation-common';
import { Alert, Button, Flex } from '@backstage/ui';
import { useEffect, type ReactNode } from 'react';
import { useAction } from '../../../api/useAction';
import { ConfirmDialog } from '../../../components/ConfirmDialog';
import { Problem } from '../../../components/Problem';
import { saveFile } from '../../../components/saveFile';
import { When } from '../../../components/When';
import { ConflictDialog } from './ConflictDialog';
import type { Editing } from './editing';
import { EditToolbar } from './EditToolbar';
import { useDraft } from './useDraft';
import { useLeaveGuard } from './useLeaveGuard';
import { useSave } from './useSave';

/** What belongs to every editor, whatever it edits: saving, conflicts, drafts, files, and the guard at the door. */
export const EditFrame = (props: {
  artifact: Artifact;
  start: ArtifactContent;
  editing: Editing;
  /** What is edited, in a word: `drawing`. */
  what: string;
  /** The endings of its files, the first for downloads: `bpmn`, `xml`. */
  endings: string[];
  /** Further buttons of the toolbar. */
  tools?: ReactNode;
  onSaved: () => void;
  children: ReactNode;
}) => {
  const { artifact, start, editing, what, endings } = props;
  const saving = useSave({
    artifactId: artifact.id,
    startSequence: start.sequence,
    editing,
    onSaved: props.onSaved,
  });
  const draft = useDraft(artifact.name, saving.sequence, editing);
  const guard = useLeaveGuard(editing.dirty);

  const download = useAction(async () =>
    saveFile(`${artifact.id}.${endings[0]}`, (await editing.read()).content),
  );
  const upload = useAction((content: string) =>
    editing.show(content, { saved: false }),
  );
  const restore = useAction(async () => {
    if (!draft.found) return;
    await editing.show(draft.found.content, { saved: false });
    saving.setSequence(draft.found.sequence);
    draft.taken();
  });

  const { save } = saving;
  const canSave = editing.dirty && !save.pending;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return;
      event.preventDefault();
      if (canSave) save.run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [canSave, save]);

  return (
    <Flex direction="column" gap="3">
      {draft.found && editing.ready && (
        <Alert
          status="warning"
          icon
          title={
            <>
              Unsaved changes of <When at={draft.found.at} /> were kept in this
              browser
            </>
          }
          customActions={
            <>
              <Button size="small" variant="secondary" onPress={draft.discard}>
                Discard them
              </Button>
              <Button
                size="small"
                variant="primary"
                onPress={() => restore.run()}
              >
                Restore them
              </Button>
            </>
          }
        />
      )}
      <EditToolbar
        editing={editing}
        label={what.charAt(0).toUpperCase() + what.slice(1)}
        accept={endings.map(ending => `.${ending}`).join()}
        saving={save.pending}
        onSave={() => save.run()}
        onDownload={() => download.run()}
        onUpload={content => upload.run(content)}
      >
        {props.tools}
      </EditToolbar>
      <Problem error={editing.error} title={`The ${what} cannot be shown`} />
      <Problem error={save.error} title={`The ${what} was not saved`} />
      <Problem error={upload.error} title={`This file is no ${what}`} />
      <Problem error={restore.error} title="The draft cannot be shown" />
      {props.children}
      {saving.conflict && (
        <ConflictDialog
          conflict={saving.conflict}
          what={what}
          pending={save.pending || saving.takeTheirs.pending}
          error={save.error ?? saving.takeTheirs.error}
          onKeepMine={() => save.run(saving.conflict!.currentSequence)}
          onTakeTheirs={async () => {
            if (await saving.takeTheirs.run()) {
              draft.discard();
              props.onSaved();
            }
          }}
          onDownload={() => download.run()}
          onCancel={saving.dismissConflict}
        />
      )}
      <ConfirmDialog
        isOpen={guard.leaving}
        title="Leave without saving?"
        confirm="Leave"
        cancel="Stay here"
        onConfirm={guard.leave}
        onCancel={guard.stay}
      >
        The {what} has changes that are not saved. They stay in this browser and
        are offered to you when you come back, but nobody else sees them.
      </ConfirmDialog>
    </Flex>
  );
};
