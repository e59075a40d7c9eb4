import type { SourceMapEntry } from '../types';

/** Collects the lines of one file, and which element each line is for. */
export interface Writer {
  line(text?: string, elementId?: string): void;
  /** Writes what `inside` writes between two lines, indented. */
  block(
    open: string,
    inside: () => void,
    close: string,
    elementId?: string,
  ): void;
  indent(inside: () => void): void;
  /** Takes over the lines of another writer. */
  append(other: Writer): void;
  readonly content: string;
  readonly sourceMap: readonly SourceMapEntry[];
}

export function createWriter(path: string): Writer {
  const lines: string[] = [];
  const sourceMap: SourceMapEntry[] = [];
  let depth = 0;
  const line = (text = '', elementId?: string) => {
    lines.push(text === '' ? '' : `${'  '.repeat(depth)}${text}`);
    if (elementId !== undefined)
      sourceMap.push({ elementId, path, line: lines.length });
  };
  const indent = (inside: () => void) => {
    depth += 1;
    inside();
    depth -= 1;
  };
  return {
    line,
    indent,
    append(other) {
      for (const entry of other.sourceMap)
        sourceMap.push({ ...entry, path, line: entry.line + lines.length });
      lines.push(...other.content.split('\n').slice(0, -1));
    },
    block(open, inside, close, elementId) {
      line(open, elementId);
      indent(inside);
      line(close);
    },
    get content() {
      return `${lines.join('\n')}\n`;
    },
    sourceMap,
  };
}
