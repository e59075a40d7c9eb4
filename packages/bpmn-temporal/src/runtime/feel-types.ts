import type { JsonValue } from './json';

/** FEEL's types, as far as JSON has them; `nil` is null, and a variable that does not exist. */
export type FeelType =
  | 'nil'
  | 'boolean'
  | 'number'
  | 'string'
  | 'list'
  | 'context';

/** A context of FEEL, and the variables that an expression sees. */
export type Context = { [name: string]: JsonValue };

export function typeOf(value: unknown): FeelType {
  if (value === null || value === undefined) return 'nil';
  if (Array.isArray(value)) return 'list';
  switch (typeof value) {
    case 'boolean':
    case 'number':
    case 'string':
      return typeof value as FeelType;
    default:
      return 'context';
  }
}

export function isContext(value: unknown): value is Context {
  return typeOf(value) === 'context';
}

/** A list of one counts as its element, where a single value is asked for. */
export function unwrapped(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

export function asText(value: unknown): string | undefined {
  const one = unwrapped(value);
  return typeof one === 'string' ? one : undefined;
}

export function asNumber(value: unknown): number | undefined {
  const one = unwrapped(value);
  return typeof one === 'number' ? one : undefined;
}

export function asContext(value: unknown): Context | undefined {
  const one = unwrapped(value);
  return isContext(one) ? one : undefined;
}

/** A single value counts as a list of it, where a list is asked for; null does not. */
export function asList(value: unknown): JsonValue[] | undefined {
  if (value === null || value === undefined) return undefined;
  return (Array.isArray(value) ? value : [value]) as JsonValue[];
}
