import { StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { xml } from '@codemirror/legacy-modes/mode/xml';
import { yaml } from '@codemirror/legacy-modes/mode/yaml';
import { lintGutter } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, type ViewUpdate } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import CodeMirror from '@uiw/react-codemirror';
import { useMemo, useState } from 'react';
import './textEditor.css';

/** Colours by the ending of the file that a text would be; Markdown is shown as it is. */
const LANGUAGES: Record<string, Extension> = {
  xml: StreamLanguage.define(xml),
  yaml: StreamLanguage.define(yaml),
};

/** An editor of text. Tab leaves it, so that nobody is caught in it who has no mouse. */
export const TextEditor = (props: {
  /** What it begins with; later changes of it are not looked at. */
  start: string;
  ending: string;
  label: string;
  onCreate: (view: EditorView) => void;
  onUpdate: (update: ViewUpdate) => void;
}) => {
  const { ending, label } = props;
  const [start] = useState(props.start);
  const extensions = useMemo(
    () => [
      LANGUAGES[ending] ?? [],
      syntaxHighlighting(classHighlighter),
      lintGutter(),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label }),
      // a text is given back byte for byte: what else ends lines stays a part of them
      EditorState.lineSeparator.of('\n'),
    ],
    [ending, label],
  );
  return (
    <CodeMirror
      className="ameide-text-editor"
      value={start}
      theme="none"
      height="max(360px, calc(100vh - 460px))"
      indentWithTab={false}
      extensions={extensions}
      onCreateEditor={props.onCreate}
      onUpdate={props.onUpdate}
    />
  );
};
