import { literal } from '../code';
import type { Writer } from '../writer';
import type { Definition, Field } from './context';

const width = 110;

/** Writes `const name = maker('Id', 'Name', { … });`, on one line where it fits. */
export function writeDefinition(
  writer: Writer,
  constant: string,
  { id, name }: { readonly id: string; readonly name: string },
  definition: Definition,
): void {
  const { maker, fields = [], args = [], after = [], configured } = definition;
  const present = fields.filter(([, value]) => value !== undefined);
  const head = `const ${constant} = ${maker}(${[
    literal(id),
    literal(name),
    ...args,
  ].join(', ')}`;
  const tail = `${after.map(argument => `, ${argument}`).join('')});`;
  if (present.length === 0) {
    const config = configured || after.length ? ', {}' : '';
    writer.line(`${head}${config}${tail}`, id);
    return;
  }
  const flat = `${head}, { ${present.map(inline).join(', ')} }${tail}`;
  const plain = present.every(([, value]) => typeof value === 'string');
  if (plain && flat.length <= width) {
    writer.line(flat, id);
    return;
  }
  writer.block(
    `${head}, {`,
    () => present.forEach(field => writeField(writer, field)),
    `}${tail}`,
    id,
  );
}

/** `{ a: 1, b: 2 }` of the fields that have a value. */
export function object(
  fields: readonly (readonly [string, string | undefined])[],
): string {
  const present = fields.filter(([, value]) => value !== undefined);
  return `{ ${present.map(inline).join(', ')} }`;
}

export function optional(text: string | undefined): string | undefined {
  return text === undefined ? undefined : literal(text);
}

/** `true`, or nothing. */
export function flag(on: boolean | undefined): string | undefined {
  return on ? 'true' : undefined;
}

function inline([name, value]: Field): string {
  return `${name}: ${String(value)}`;
}

function writeField(writer: Writer, [name, value]: Field): void {
  if (typeof value === 'function') value(writer);
  else writer.line(`${name}: ${value},`);
}
