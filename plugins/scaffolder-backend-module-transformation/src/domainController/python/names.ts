import type { Aggregate, DomainModel } from '../model/model';

/** What Python keeps for itself. */
const KEYWORDS = [
  ...['False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await'],
  ...['break', 'class', 'continue', 'def', 'del', 'elif', 'else', 'except'],
  ...['finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is'],
  ...['lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try'],
  ...['while', 'with', 'yield'],
];

/** What every generated message has. */
const OF_MESSAGES = [
  ...['has_field', 'clear_field', 'to_binary', 'to_json', 'from_binary'],
  ...['from_json', 'desc', 'self'],
];

/** A name that is no word of Python's, as generated code changes it. */
export const identifier = (name: string): string =>
  KEYWORDS.includes(name) ? `${name}_` : name;

/** What the attribute of a field is called. */
export function attribute(field: string): string {
  if (/^(pb|ext)_/.test(field)) return `pb_${field}`;
  return OF_MESSAGES.includes(field) ? `${field}_` : identifier(field);
}

/** What the method of a client is called; it is not the `snake` of the model where there are digits. */
export const method = (rpc: string): string =>
  identifier(
    rpc
      .replace(/([^_])([A-Z][a-z]+)/g, '$1_$2')
      .replace(/([a-z])([A-Z])/g, '$1_$2')
      .toLowerCase(),
  );

/** The package of the generated modules. */
export const generatedPackage = ({ protoPackage }: DomainModel): string =>
  ['gen', ...protoPackage.split('.')].map(identifier).join('.');

/** The module of a file, without what a generator adds to its name. */
export function moduleOf(file: string): string {
  const name = file.startsWith('pb_') ? `pb_${file}` : identifier(file);
  return name.endsWith('_pb') ? `${name}_` : name;
}

/** The modules of an aggregate: generated ones, and the one of its handlers. */
export function modulesOf({ snake }: Aggregate) {
  return {
    message: `${moduleOf(snake)}_pb`,
    requests: `${moduleOf(`${snake}_service`)}_pb`,
    connect: `${moduleOf(`${snake}_service`)}_connect`,
    handlers: `${snake}_service`,
  };
}
