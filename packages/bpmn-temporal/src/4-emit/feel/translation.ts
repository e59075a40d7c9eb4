import { identifiers } from '../code';
import type { Identifiers } from '../code';
import { expressionNames } from './names';
import type { Syntax } from './syntax';

/** Thrown where a part of an expression has no translation: then the whole is interpreted. */
export class Untranslatable extends Error {}

/** Where a part of an expression stands: what its names mean, and the way to translate what is inside of it. */
export interface Translation {
  /** Notes that a runtime function is used, and answers its name. */
  readonly use: (runtimeFunction: string) => string;
  /** The code for a part. */
  readonly code: (part: Syntax | undefined, inside?: Translation) => string;
  /** What holds the variables. */
  readonly variables: string;
  /** Names that a loop or a function around binds, and what they are called in the code. */
  readonly bound: ReadonlyMap<string, string>;
  readonly unique: Identifiers;
  /** Called when the code reads the variables. */
  readonly reads: () => void;
}

/** The outermost translation: no name is bound, all are variables of the process. */
export function outermost(
  use: Translation['use'],
  code: Translation['code'],
  reads: () => void,
): Translation {
  const unique = identifiers(expressionNames);
  return { use, code, variables: 'v', bound: new Map(), unique, reads };
}

/** Inside of a loop or a function, with the identifiers of the names that it binds. */
export function binding(
  around: Translation,
  names: readonly string[],
): { readonly inside: Translation; readonly parameters: string[] } {
  const parameters = names.map(name => around.unique([name]));
  const bound = new Map(around.bound);
  names.forEach((name, index) => bound.set(name, parameters[index] ?? ''));
  return { inside: { ...around, bound }, parameters };
}

/** A function body: an object would be taken for a block. */
export function body(code: string): string {
  return code.startsWith('{') ? `(${code})` : code;
}
