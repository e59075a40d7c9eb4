import { useCallback, useRef, useState } from 'react';

/** Something that is done on demand, with what became of it. */
export interface Action<Args extends unknown[], T> {
  /** Does it; resolves to undefined where it failed, and then `error` says why. */
  run: (...args: Args) => Promise<T | undefined>;
  pending: boolean;
  error: Error | undefined;
  clear: () => void;
}

/** Wraps a request so that a button can show that it is under way, and a page why it failed. */
export function useAction<Args extends unknown[], T>(
  act: (...args: Args) => Promise<T>,
): Action<Args, T> {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const latest = useRef(act);
  latest.current = act;

  const run = useCallback(async (...args: Args) => {
    setPending(true);
    setError(undefined);
    try {
      return await latest.current(...args);
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error(String(cause)));
      return undefined;
    } finally {
      setPending(false);
    }
  }, []);
  const clear = useCallback(() => setError(undefined), []);
  return { run, pending, error, clear };
}
