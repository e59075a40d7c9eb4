import { toJson } from './json';
import type { JsonObject, JsonValue } from './json';
import { visible } from './scope';
import type { Scope } from './scope';

/** FEEL of the drawing, compiled: its text, and what computes it from the variables. */
export interface Feel {
  readonly source: string;
  readonly evaluate: (variables: JsonObject) => unknown;
}

/** A value of the drawing: static text, or FEEL. */
export type Source = string | Feel;

/** FEEL that the compiler has translated; the text stands beside it for messages and for the reader. */
export function feel(
  source: string,
  evaluate: (variables: JsonObject) => unknown,
): Feel {
  return { source, evaluate };
}

/** What the source is in the scope; every value is made JSON, as Zeebe does. */
export function value(scope: Scope, source: Source): JsonValue {
  return typeof source === 'string'
    ? source
    : toJson(source.evaluate(visible(scope)));
}

/** The text of the drawing, for messages. */
export function textOf(source: Source): string {
  return typeof source === 'string' ? source : `=${source.source}`;
}

/** A condition has to be true or false; null and anything else is an incident, not a no. */
export function condition(scope: Scope, source: Source): boolean {
  const answer = value(scope, source);
  if (typeof answer === 'boolean') return answer;
  throw new Error(
    `The condition ${textOf(source)} is ${JSON.stringify(
      answer,
    )}, neither true nor false`,
  );
}
