import type { Syntax } from './syntax';

/** The value of a number of FEEL, as the interpreter reads it; undefined for one that JavaScript can't hold. */
export function numberOf(node: Syntax): number | undefined {
  if (!/^-?[\d.]/.test(node.text)) return undefined;
  const value = node.text.includes('.')
    ? Number.parseFloat(node.text)
    : Number.parseInt(node.text, 10);
  return Number.isFinite(value) ? value : undefined;
}

const escapes: Readonly<Record<string, string>> = {
  '\\n': '\n',
  '\\r': '\r',
  '\\t': '\t',
};

/** The value of a string of FEEL: the escapes are those of the interpreter. */
export function stringOf(node: Syntax): string {
  const inner = node.text.replace(/^"/, '').replace(/"$/, '');
  return inner.replace(
    /\\["\\nrt]|\\u([a-f0-9]{5,6})|(?:\\u[a-f0-9]{1,4})+/gi,
    (escape, point?: string) => {
      if (point !== undefined)
        return String.fromCodePoint(Number.parseInt(point, 16));
      if (!/^\\u/i.test(escape))
        return escapes[escape.toLowerCase()] ?? escape.slice(1);
      const units = escape.split(/\\u/i).slice(1);
      return String.fromCharCode(
        ...units.map(unit => Number.parseInt(unit, 16)),
      );
    },
  );
}
