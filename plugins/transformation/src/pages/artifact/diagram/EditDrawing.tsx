import type {
  Artifact,
  ArtifactContent,
} from '@ameide/plugin-transformation-common';
import { Alert, Button, Flex, Text } from '@backstage/ui';
import { useEffect } from 'react';
import { useAction } from '../../../api/useAction';
import { ConfirmDialog } from '../../../components/ConfirmDialog';
import { Panel } from '../../../components/Panel';
import { Problem } from '../../../components/Problem';
import { saveFile } from '../../../components/saveFile';
import { When } from '../../../components/When';
import { DiagnosticList } from '../../../diagram/DiagnosticList';
import { ConflictDialog } from './ConflictDialog';
import styles from './EditDrawing.module.css';
import { EditToolbar } from './EditToolbar';
import { useDraft } from './useDraft';
import { useEditor } from './useEditor';
import { useLeaveGuard } from './useLeaveGuard';
import { useLiveCheck } from './useLiveCheck';
import { useSave } from './useSave';

/** The editor with all that belongs to it: saving, conflicts, drafts, diagnostics. */
export const EditDrawing = (props: {
  artifact: Artifact;
  start: ArtifactContent;
  onSaved: () => void;
}) => {
  const { artifact, start } = props;
  const { canvasRef, panelRef, state } = useEditor(start.content);
  const saving = useSave({
    artifactId: artifact.id,
    startSequence: start.sequence,
    state,
    onSaved: props.onSaved,
  });
  const draft = useDraft(artifact.name, saving.sequence, state);
  const guard = useLeaveGuard(state.dirty);
  const check = useLiveCheck(state);

  const download = useAction(async () => {
    if (!state.editor) return;
    saveFile(`${artifact.id}.bpmn`, (await state.editor.read()).xml);
  });
  const upload = useAction((xml: string) => state.show(xml, { saved: false }));
  const restore = useAction(async () => {
    if (!draft.found) return;
    await state.show(draft.found.content, { saved: false });
    saving.setSequence(draft.found.sequence);
    draft.taken();
  });

  const { save } = saving;
  const canSave = state.dirty && !save.pending;
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
      {draft.found && state.ready && (
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
        state={state}
        saving={save.pending}
        onSave={() => save.run()}
        onDownload={() => download.run()}
        onUpload={xml => upload.run(xml)}
      />
      <Problem error={state.error} title="The drawing cannot be shown" />
      <Problem error={save.error} title="The drawing was not saved" />
      <Problem error={upload.error} title="This file is no drawing" />
      <Problem error={restore.error} title="The draft cannot be shown" />
      <div className={styles.editor}>
        <div
          ref={canvasRef}
          className={styles.canvas}
          role="group"
          aria-label={`Drawing of ${artifact.title}`}
        />
        <div ref={panelRef} className={styles.panel} />
      </div>
      <Panel title="What the compiler says">
        <Problem error={check.error} title="The drawing could not be checked" />
        {check.diagnostics ? (
          <DiagnosticList
            diagnostics={check.diagnostics}
            onSelect={id => state.editor?.select(id)}
          />
        ) : (
          !check.error && <Text color="secondary">Checking …</Text>
        )}
      </Panel>
      {saving.conflict && (
        <ConflictDialog
          conflict={saving.conflict}
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
        The drawing has changes that are not saved. They stay in this browser
        and are offered to you when you come back, but nobody else sees them.
      </ConfirmDialog>
    </Flex>
  );
};
