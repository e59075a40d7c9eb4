export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where the elements stand in the text: id → position of its tag, counted from 1. The first of several wins. */
export function positionsOf(source: string): Map<string, Position> {
  const positions = new Map<string, Position>();
  const tag = /<[A-Za-z_][^<>]*?\sid\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
  let line = 1;
  let lineStart = 0;
  let scanned = 0;
  for (const match of source.matchAll(tag)) {
    for (; scanned < match.index; scanned += 1) {
      if (source.charCodeAt(scanned) !== 10) continue;
      line += 1;
      lineStart = scanned + 1;
    }
    const id = match[1] ?? match[2] ?? '';
    if (!positions.has(id))
      positions.set(id, { line, column: match.index - lineStart + 1 });
  }
  return positions;
}
