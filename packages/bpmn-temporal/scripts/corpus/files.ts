import { readdirSync, readFileSync } from 'node:fs';

/** The drawings below a folder, relative to it and in the order of their names. */
export function drawingsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:bpmn|bpmn20\.xml|bpmn2)$/i.test(name))
    .sort();
}

/** The text of a drawing: in the encoding of its byte order mark, else in that of its first line. */
export function readDrawing(path: string): string {
  const bytes = readFileSync(path);
  return decoder(bytes).decode(bytes);
}

function decoder(bytes: Buffer): TextDecoder {
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  const declared = /^[^<]*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/i.exec(
    bytes.toString('latin1', 0, 200),
  )?.[1];
  // a text that says UTF-16 in single bytes was converted since, and is UTF-8
  if (!declared || /^utf-?16/i.test(declared)) return new TextDecoder();
  try {
    return new TextDecoder(declared);
  } catch {
    return new TextDecoder();
  }
}
