/**
 * The one place where text of the drawing becomes text of the program: identifiers, literals and comments. Nothing of
 * a drawing gets into the output but through these functions.
 */

const reserved = new Set(
  (
    'abstract any arguments as async await boolean break case catch class const continue debugger declare default delete ' +
    'do else enum eval export extends false finally for from function get if implements import in instanceof interface ' +
    'is keyof let module namespace never new null number object of package private protected public readonly require ' +
    'return satisfies set static string super switch symbol this throw true try type typeof undefined unknown using var ' +
    'void while with yield constructor prototype NaN Infinity globalThis Object Array String Number Boolean Promise Date ' +
    'Error Math JSON Map Set Symbol Proxy Reflect Function console process'
  ).split(' '),
);

const identifierPattern = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** Hands out identifiers, each once. */
export type Identifiers = (preferred: readonly string[]) => string;

/** Identifiers of one file; `taken` are those that the file uses already. */
export function identifiers(taken: Iterable<string>): Identifiers {
  const used = new Set(taken);
  return preferred => {
    const names = preferred.map(camelCase).filter(Boolean);
    const free = names.find(name => !used.has(name) && !reserved.has(name));
    const base = names[0] ?? 'element';
    let name = free ?? base;
    for (let nth = 2; used.has(name) || reserved.has(name); nth += 1)
      name = `${base}${nth}`;
    used.add(name);
    return name;
  };
}

/** `createQuote` for `Create quote`; empty where the text has no letter to begin with. */
export function camelCase(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  const name = words
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : capital(word.toLowerCase()),
    )
    .join('')
    .slice(0, 60);
  return /^[0-9]/.test(name) ? `n${name}` : name;
}

export function pascalCase(text: string): string {
  return capital(camelCase(text));
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A string literal in single quotes. */
export function literal(text: string): string {
  const escaped = text.replace(
    // eslint-disable-next-line no-control-regex
    /['\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff]/g,
    (character, index: number) => escape(character, text, index),
  );
  return `'${escaped}'`;
}

function escape(character: string, text: string, index: number): string {
  if (character === '\n') return '\\n';
  if (character === "'" || character === '\\') return `\\${character}`;
  if (isPair(text, index)) return character;
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Half of a whole surrogate pair: an ordinary character. */
function isPair(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  const next = text.charCodeAt(index + 1);
  const before = text.charCodeAt(index - 1);
  if (unit >= 0xd800 && unit <= 0xdbff) return next >= 0xdc00 && next <= 0xdfff;
  return (
    unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff
  );
}

/** A property name. A plain `__proto__` would set the prototype instead. */
export function property(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return identifierPattern.test(name) ? name : literal(name);
}

/** Text for the inside of a comment, on one line, that can't end it. */
export function commentText(text: string): string {
  return text
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/gu, ' ')
    .replace(/\*\//g, '* /')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .slice(0, 2000);
}

/** A JSON value as an expression. */
export function json(value: unknown): string {
  if (typeof value === 'string') return literal(value);
  if (Array.isArray(value)) return `[${value.map(json).join(', ')}]`;
  if (typeof value !== 'object' || value === null)
    return String(JSON.stringify(value ?? null));
  const fields = Object.entries(value).map(
    ([name, field]) => `${property(name)}: ${json(field)}`,
  );
  return fields.length ? `{ ${fields.join(', ')} }` : '{}';
}
