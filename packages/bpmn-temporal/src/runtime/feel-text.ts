import { asNumber, asText, isContext, unwrapped } from './feel-types';

type Text = string | null;

/** The functions of FEEL on text; null where an argument is no text. */
export const textFunctions = {
  contains: (text: unknown, part: unknown) =>
    both(text, part, (a, b) => a.includes(b)),
  startsWith: (text: unknown, part: unknown) =>
    both(text, part, (a, b) => a.startsWith(b)),
  endsWith: (text: unknown, part: unknown) =>
    both(text, part, (a, b) => a.endsWith(b)),
  matches: (text: unknown, pattern: unknown) =>
    both(text, pattern, (a, b) => regularExpression(b)?.test(a) ?? null),
  split: (text: unknown, pattern: unknown) =>
    both(text, pattern, (a, b) => {
      const expression = regularExpression(b);
      return expression ? a.split(expression) : null;
    }),
  upperCase: (text: unknown): Text => asText(text)?.toUpperCase() ?? null,
  lowerCase: (text: unknown): Text => asText(text)?.toLowerCase() ?? null,
  substringBefore: (text: unknown, part: unknown) =>
    both(text, part, (a, b) => a.slice(0, Math.max(a.indexOf(b), 0))),
  substringAfter: (text: unknown, part: unknown) =>
    both(text, part, (a, b) =>
      a.includes(b) ? a.slice(a.indexOf(b) + b.length) : '',
    ),
  /** Counts characters, not halves of surrogate pairs. */
  stringLength(text: unknown): number | null {
    return (
      asText(text)?.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, '_').length ??
      null
    );
  },
  substring(text: unknown, start: unknown, ...rest: readonly unknown[]): Text {
    const all = asText(text);
    const from = asNumber(start);
    if (all === undefined || from === undefined) return null;
    const first = from < 0 ? all.length + from : from - 1;
    if (!rest.length) return Array.from(all).slice(first).join('');
    const length = lengthOf(rest[0]);
    if (length === undefined) return null;
    return Array.from(all)
      .slice(first, first + length)
      .join('');
  },
  string: (value: unknown): Text =>
    value === null || value === undefined ? null : textOfValue(value, false),
  number(text: unknown): number | null {
    const number = Number(asText(text) ?? Number.NaN);
    return Number.isNaN(number) ? null : number;
  },
};

/** A length that may be null, which is none. */
export function lengthOf(value: unknown): number | undefined {
  return (unwrapped(value) ?? null) === null ? 0 : asNumber(value);
}

function both<T>(
  a: unknown,
  b: unknown,
  compute: (a: string, b: string) => T | null,
): T | null {
  const [first, second] = [asText(a), asText(b)];
  return first === undefined || second === undefined
    ? null
    : compute(first, second);
}

function regularExpression(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return undefined;
  }
}

/** Values as FEEL writes them: text inside of lists and contexts is quoted. */
function textOfValue(value: unknown, quoted: boolean): string {
  if (typeof value === 'string') return quoted ? quote(value) : value;
  if (Array.isArray(value))
    return `[${value.map(element => textOfValue(element, true)).join(', ')}]`;
  if (isContext(value)) {
    const entries = Object.entries(value).map(
      ([name, field]) =>
        `${/\W/.test(name) ? quote(name) : name}: ${textOfValue(field, true)}`,
    );
    return `{${entries.join(', ')}}`;
  }
  return String(value ?? null);
}

function quote(text: string): string {
  return `"${text.replace(/("|\\)/g, '\\$1')}"`;
}
