import { useCallback, useEffect, useRef, useState } from 'react';
import { openEditor, type DiagramEditor } from '../../../diagram/openDiagram';
import type { Editing } from '../editing/editing';

/** A drawing that is being worked on. */
export interface DrawingEditing extends Editing {
  editor: DiagramEditor | undefined;
}

/** Opens the editor in two elements of the page, and follows what happens in it. */
export function useEditor(initial: string) {
  const canvasRef = useRef<HTMLDivElement>(null);
  const panelRef = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<DiagramEditor>();
  const [ready, setReady] = useState(false);
  const [error, setError] = useState<Error>();
  const [version, setVersion] = useState(0);
  const [saved, setSaved] = useState<number>();
  const first = useRef(initial);

  useEffect(() => {
    let gone = false;
    let opened: DiagramEditor | undefined;
    (async () => {
      const made = await openEditor(canvasRef.current!, panelRef.current!);
      if (gone) {
        made.close();
        return;
      }
      opened = made;
      setEditor(made);
      made.onChange(() => setVersion(v => v + 1));
      await made.show(first.current);
      if (gone) return;
      setSaved(made.history().position);
      setReady(true);
    })().catch(cause => !gone && setError(cause));
    return () => {
      gone = true;
      opened?.close();
    };
  }, []);

  const show = useCallback<Editing['show']>(
    async (xml, options) => {
      if (!editor) return;
      const before = ready ? await editor.read() : undefined;
      try {
        await editor.show(xml);
      } catch (cause) {
        if (before) {
          await editor.show(before.xml);
          // Showing it again began a new history: what was unsaved before is so still.
          setSaved(old =>
            old === before.position ? editor.history().position : undefined,
          );
          setVersion(v => v + 1);
        }
        throw cause;
      }
      setError(undefined);
      setReady(true);
      // No place in the history is the stored one where the text is not.
      setSaved(options.saved ? editor.history().position : undefined);
      setVersion(v => v + 1);
    },
    [editor, ready],
  );

  const read = useCallback<Editing['read']>(async () => {
    const { xml, position } = await editor!.read();
    return { content: xml, markSaved: () => setSaved(position) };
  }, [editor]);

  const history = ready ? editor?.history() : undefined;
  const editing: DrawingEditing = {
    editor,
    ready,
    error,
    version,
    dirty: history !== undefined && history.position !== saved,
    canUndo: history?.canUndo ?? false,
    canRedo: history?.canRedo ?? false,
    undo: () => editor?.undo(),
    redo: () => editor?.redo(),
    read,
    show,
  };
  return { canvasRef, panelRef, editing };
}
