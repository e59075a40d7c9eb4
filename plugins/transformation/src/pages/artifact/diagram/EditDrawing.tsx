import { Button, Text } from '@backstage/ui';
import { RiFullscreenLine } from '@remixicon/react';
import { useEffect } from 'react';
import { Panel } from '../../../components/Panel';
import { Problem } from '../../../components/Problem';
import { DiagnosticList } from '../../../diagram/DiagnosticList';
import { diagnosticMarks } from '../../../diagram/diagnosticMarks';
import { EditFrame } from '../editing/EditFrame';
import type { EditorProps } from '../editing/EditOrRead';
import { useLiveCheck } from '../editing/useLiveCheck';
import styles from './EditDrawing.module.css';
import { useEditor } from './useEditor';

/** The editor of drawings, with what the compiler says of them. */
export const EditDrawing = (props: EditorProps) => {
  const { artifact, start } = props;
  const { canvasRef, panelRef, editing } = useEditor(start.content);
  const { editor, ready } = editing;
  const { diagnostics, error } = useLiveCheck('bpmn', editing);
  useEffect(() => {
    if (editor && ready && diagnostics) {
      editor.mark(diagnosticMarks(diagnostics));
    }
  }, [editor, ready, diagnostics]);

  return (
    <EditFrame
      artifact={artifact}
      start={start}
      editing={editing}
      what="drawing"
      endings={['bpmn', 'xml']}
      tools={
        <Button
          variant="secondary"
          iconStart={<RiFullscreenLine />}
          isDisabled={!ready}
          onPress={() => editor?.fit()}
        >
          Fit
        </Button>
      }
      onSaved={props.onSaved}
    >
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
        <Problem error={error} title="The drawing could not be checked" />
        {diagnostics ? (
          <DiagnosticList
            diagnostics={diagnostics}
            onSelect={({ elementId }) => elementId && editor?.select(elementId)}
          />
        ) : (
          !error && <Text color="secondary">Checking …</Text>
        )}
      </Panel>
    </EditFrame>
  );
};
