import { MarkdownContent } from '@backstage/core-components';
import { Text } from '@backstage/ui';
import { setDiagnostics } from '@codemirror/lint';
import { useDeferredValue, useEffect } from 'react';
import { endingOf } from '../../../components/ContentView';
import { Panel } from '../../../components/Panel';
import { Problem } from '../../../components/Problem';
import { DiagnosticList } from '../../../diagram/DiagnosticList';
import { EditFrame } from '../editing/EditFrame';
import type { EditorProps } from '../editing/EditOrRead';
import { useLiveCheck } from '../editing/useLiveCheck';
import styles from './EditText.module.css';
import { lineMarks } from './lineMarks';
import { TextEditor } from './TextEditor';
import { useTextEditor } from './useTextEditor';

/** The editor of what is no drawing, with its mistakes at their lines, and Markdown as it will look. */
export const EditText = (props: EditorProps) => {
  const { artifact, start } = props;
  const { onCreate, onUpdate, editing } = useTextEditor();
  const { view } = editing;
  const { diagnostics, error } = useLiveCheck(artifact.kind, editing);
  useEffect(() => {
    if (!view || !diagnostics) return;
    view.dispatch(
      setDiagnostics(view.state, lineMarks(view.state.doc, diagnostics)),
    );
  }, [view, diagnostics]);
  const goTo = (line: number) => {
    if (!view) return;
    const { from } = view.state.doc.line(Math.min(line, view.state.doc.lines));
    view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
    view.focus();
  };
  const ending = endingOf(artifact.kind);
  const isMarkdown = artifact.kind === 'markdown';
  const markdown = useDeferredValue(
    isMarkdown && view ? view.state.sliceDoc() : undefined,
  );

  return (
    <EditFrame
      artifact={artifact}
      start={start}
      editing={editing}
      what="text"
      endings={ending === 'yaml' ? ['yaml', 'yml', 'json'] : [ending]}
      onSaved={props.onSaved}
    >
      <div className={isMarkdown ? styles.beside : undefined}>
        <TextEditor
          start={start.content}
          ending={ending}
          label={`Content of ${artifact.title}`}
          onCreate={onCreate}
          onUpdate={onUpdate}
        />
        {markdown !== undefined && (
          <section
            className={styles.preview}
            aria-label="Preview"
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
            tabIndex={0}
          >
            <MarkdownContent content={markdown} />
          </section>
        )}
      </div>
      <Panel title="What is wrong in it">
        <Problem error={error} title="The text could not be checked" />
        {diagnostics ? (
          <DiagnosticList
            diagnostics={diagnostics}
            none="Nothing is wrong in it."
            onSelect={({ line }) => line && goTo(line)}
          />
        ) : (
          !error && <Text color="secondary">Checking …</Text>
        )}
      </Panel>
    </EditFrame>
  );
};
