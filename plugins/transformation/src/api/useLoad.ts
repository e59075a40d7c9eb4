import { useCallback, useEffect, useRef, useState } from 'react';

/** What {@link useLoad} gives: the newest answer, and the error of the newest request. */
export interface Load<T> {
  value: T | undefined;
  error: Error | undefined;
  /** True until the first answer to the present `deps`. */
  loading: boolean;
  /** Asks again; the last answer stays until the new one is there. */
  reload: () => void;
}

/**
 * Loads something, again whenever `deps` change, and, where `every` says so, again and again.
 *
 * @param every - milliseconds until the next request after an answer; undefined or 0 for no repetition
 */
export function useLoad<T>(
  load: () => Promise<T>,
  deps: readonly unknown[],
  every?: (last: T | undefined) => number | undefined,
): Load<T> {
  const [state, setState] = useState<{
    of?: readonly unknown[];
    value?: T;
    error?: Error;
  }>({});
  const [turn, setTurn] = useState(0);
  const latest = useRef({ load, every });
  latest.current = { load, every };

  // eslint-disable-next-line react-hooks/exhaustive-deps
  const key = useCallback(() => deps, deps);

  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last: T | undefined;
    const ask = async () => {
      // Nobody looks at a hidden page: what it shows need not be fresh.
      const asleep = document.hidden && last !== undefined;
      try {
        if (!asleep) {
          last = await latest.current.load();
          if (!gone) setState({ of: key(), value: last });
        }
      } catch (cause) {
        const error = cause instanceof Error ? cause : new Error(String(cause));
        if (!gone) {
          setState(old => ({
            of: key(),
            value: old.of === key() ? old.value : undefined,
            error,
          }));
        }
      }
      const wait = latest.current.every?.(last);
      if (!gone && wait) timer = setTimeout(ask, wait);
    };
    ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [key, turn]);

  const reload = useCallback(() => setTurn(n => n + 1), []);
  const current = state.of === key();
  return {
    value: current ? state.value : undefined,
    error: current ? state.error : undefined,
    loading: !current,
    reload,
  };
}
