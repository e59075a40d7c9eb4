import type { Diagnostic } from '@ameide/plugin-transformation-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';
import { transformationApiRef } from '../../../api/transformationApi';
import { diagnosticMarks } from '../../../diagram/diagnosticMarks';
import type { EditorState } from './useEditor';

/** Lets the compiler look at the drawing whenever the pen has rested for a moment, and marks what it says. */
export function useLiveCheck(state: EditorState) {
  const api = useApi(transformationApiRef);
  const [diagnostics, setDiagnostics] = useState<Diagnostic[]>();
  const [error, setError] = useState<Error>();
  const { editor, ready, version } = state;

  useEffect(() => {
    if (!editor || !ready) return undefined;
    let gone = false;
    const timer = setTimeout(async () => {
      try {
        const result = await api.check((await editor.read()).xml);
        if (gone) return;
        setDiagnostics(result.diagnostics);
        setError(undefined);
      } catch (cause) {
        if (!gone) setError(cause as Error);
      }
    }, 700);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [api, editor, ready, version]);

  useEffect(() => {
    if (editor && ready && diagnostics) {
      editor.mark(diagnosticMarks(diagnostics));
    }
  }, [editor, ready, diagnostics]);

  return { diagnostics, error };
}
