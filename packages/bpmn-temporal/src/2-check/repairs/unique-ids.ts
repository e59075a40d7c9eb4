/** Tags with an id; comments and CDATA are passed over. */
const pattern =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|(<[A-Za-z_][^<>]*?\sid\s*=\s*)(?:"([^"<]*)"|'([^'<]*)')/g;

/** The text with every id there once: the second of two gets a number. What refers to the id means the first. */
export function uniqueIds(source: string): string {
  const ids = new Set<string>();
  for (const [, tag, double, single] of source.matchAll(pattern))
    if (tag) ids.add(double ?? single ?? '');
  const seen = new Set<string>();
  return source.replace(
    pattern,
    (all: string, tag?: string, double?: string, single?: string) => {
      const id = double ?? single;
      if (!tag || id === undefined) return all;
      if (!seen.has(id)) {
        seen.add(id);
        return all;
      }
      let fresh = `${id}_2`;
      for (let nth = 3; ids.has(fresh); nth += 1) fresh = `${id}_${nth}`;
      ids.add(fresh);
      seen.add(fresh);
      return `${tag}"${fresh}"`;
    },
  );
}
