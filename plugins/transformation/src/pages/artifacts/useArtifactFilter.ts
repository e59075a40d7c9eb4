import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What the list is narrowed to. It stands in the URL, so it survives a reload and can be sent to a colleague. */
export interface ArtifactFilter {
  search: string;
  kind: string;
  owner: string;
}

/**
 * Keeps the filter in the URL.
 *
 * @returns `filter` as it is to be asked for: the search text half a second after the last key
 */
export function useArtifactFilter() {
  const [params, setParams] = useSearchParams();
  const filter: ArtifactFilter = {
    search: params.get('search') ?? '',
    kind: params.get('kind') ?? '',
    owner: params.get('owner') ?? '',
  };
  const [typed, setTyped] = useState(filter.search);

  const set = useCallback(
    (name: keyof ArtifactFilter, value: string) =>
      setParams(
        old => {
          const next = new URLSearchParams(old);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );

  useEffect(() => {
    if (typed === filter.search) return undefined;
    const timer = setTimeout(() => set('search', typed), 400);
    return () => clearTimeout(timer);
  }, [typed, filter.search, set]);

  return { filter, set, typed, setTyped };
}
