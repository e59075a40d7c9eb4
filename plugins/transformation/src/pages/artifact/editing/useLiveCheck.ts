import type { Diagnostic } from '@ameide/plugin-transformation-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';
import { transformationApiRef } from '../../../api/transformationApi';
import type { Editing } from './editing';

/** Lets the backend look at the content whenever the pen has rested for a moment. */
export function useLiveCheck(kind: string, editing: Editing) {
  const api = useApi(transformationApiRef);
  const [diagnostics, setDiagnostics] = useState<Diagnostic[]>();
  const [error, setError] = useState<Error>();
  const { read, ready, version } = editing;

  useEffect(() => {
    if (!ready) return undefined;
    let gone = false;
    const timer = setTimeout(async () => {
      try {
        const { content } = await read();
        const result = await api.check(content, kind);
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
  }, [api, kind, read, ready, version]);

  return { diagnostics, error };
}
