import { useCallback, useEffect, useRef, useState } from 'react';
import type { Editing } from './editing';

/** Unsaved changes, kept in the browser: a crash, a closed tab or the back button loses nothing. */
export interface Draft {
  /** The sequence that the changes began from. */
  sequence: number;
  content: string;
  at: string;
}

const keyOf = (artifactName: string) => `ameide.draft.${artifactName}`;

function readDraft(key: string): Draft | undefined {
  try {
    const text = window.localStorage.getItem(key);
    return text ? (JSON.parse(text) as Draft) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps what is unsaved, and offers what an earlier visit left behind.
 *
 * @returns `found` until it is restored or discarded
 */
export function useDraft(
  artifactName: string,
  sequence: number,
  editing: Editing,
) {
  const key = keyOf(artifactName);
  const [found, setFound] = useState(() => readDraft(key));
  const { read, dirty, version, ready } = editing;
  const wasDirty = useRef(false);

  useEffect(() => {
    if (!ready) return undefined;
    if (!dirty) {
      // Only a draft of this visit: one of an earlier visit waits for its owner's choice.
      if (wasDirty.current) window.localStorage.removeItem(key);
      wasDirty.current = false;
      return undefined;
    }
    wasDirty.current = true;
    let outdated = false;
    const timer = setTimeout(async () => {
      const { content } = await read();
      // saved, or worked on, while it was read
      if (outdated) return;
      const draft: Draft = {
        sequence,
        content,
        at: new Date().toISOString(),
      };
      try {
        window.localStorage.setItem(key, JSON.stringify(draft));
      } catch {
        // No room left in the browser's storage: what is on the screen is still there.
      }
    }, 300);
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [read, ready, dirty, version, key, sequence]);

  /** Forgets what is kept, of this visit and of an earlier one. */
  const discard = useCallback(() => {
    window.localStorage.removeItem(key);
    wasDirty.current = false;
    setFound(undefined);
  }, [key]);
  /** The offer is taken: what was found is on the screen now, and kept as this visit's draft. */
  const taken = useCallback(() => setFound(undefined), []);

  return { found, discard, taken };
}
