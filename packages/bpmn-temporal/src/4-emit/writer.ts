import type { SourceMapEntry } from '../types';
import { commentText, literal } from './code';

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
  /** A doc comment, folded to the usual width. */
  doc(text: string): void;
  /** An import, one name a line where they do not fit on one. */
  imports(
    keyword: 'import' | 'import type',
    names: readonly string[],
    from: string,
  ): void;
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
    doc(text) {
      const folded = fold(commentText(text), 96);
      if (folded.length < 2) {
        for (const part of folded) line(`/** ${part} */`);
        return;
      }
      line('/**');
      for (const part of folded) line(` * ${part}`);
      line(' */');
    },
    imports(keyword, names, from) {
      const flat = `${keyword} { ${names.join(', ')} } from ${literal(from)};`;
      if (flat.length <= 100) {
        line(flat);
        return;
      }
      line(`${keyword} {`);
      indent(() => names.forEach(name => line(`${name},`)));
      line(`} from ${literal(from)};`);
    },
    append(other) {
      for (const entry of other.sourceMap)
        sourceMap.push({ ...entry, path, line: entry.line + lines.length });
      for (const text of other.content.split('\n').slice(0, -1))
        lines.push(text ? `${'  '.repeat(depth)}${text}` : text);
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

function fold(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
