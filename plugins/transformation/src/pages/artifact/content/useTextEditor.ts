import { redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import type { Text } from '@codemirror/state';
import type { EditorView, ViewUpdate } from '@codemirror/view';
import { useCallback, useState } from 'react';
import type { Editing } from '../editing/editing';

/** A text that is being worked on. */
export interface TextEditing extends Editing {
  view: EditorView | undefined;
}

/** Follows what happens in an editor of text; `onCreate` and `onUpdate` are given to it. */
export function useTextEditor() {
  const [view, setView] = useState<EditorView>();
  const [version, setVersion] = useState(0);
  const [saved, setSaved] = useState<Text>();

  const onCreate = useCallback((created: EditorView) => {
    setView(created);
    setSaved(created.state.doc);
  }, []);
  const onUpdate = useCallback((update: ViewUpdate) => {
    if (update.docChanged) setVersion(v => v + 1);
  }, []);

  const read = useCallback<Editing['read']>(async () => {
    const { state } = view!;
    // with its own ends of lines, unlike `doc.toString()`
    return { content: state.sliceDoc(), markSaved: () => setSaved(state.doc) };
  }, [view]);
  const show = useCallback<Editing['show']>(
    async (content, options) => {
      const { length } = view!.state.doc;
      view!.dispatch({ changes: { from: 0, to: length, insert: content } });
      setSaved(old => (options.saved ? view!.state.doc : old));
    },
    [view],
  );

  const state = view?.state;
  const editing: TextEditing = {
    view,
    ready: state !== undefined,
    error: undefined,
    version,
    dirty: state !== undefined && saved !== undefined && !state.doc.eq(saved),
    canUndo: state !== undefined && undoDepth(state) > 0,
    canRedo: state !== undefined && redoDepth(state) > 0,
    undo: () => view && undo(view),
    redo: () => view && redo(view),
    read,
    show,
  };
  return { onCreate, onUpdate, editing };
}
