import { evaluate, parseDate, parseDateTime } from 'feelin';
import { toJson } from './json';
import type { JsonValue } from './json';
import { visible } from './scope';
import type { Scope } from './scope';

/** A value of the drawing: static text, or FEEL when it starts with `=` (Camunda 8). */
export function value(scope: Scope, source: string): JsonValue {
  return source.startsWith('=') ? feel(scope, source.slice(1)) : source;
}

/** Evaluates FEEL over the variables of the scope, in UTC; the result is JSON. */
export function feel(scope: Scope, expression: string): JsonValue {
  const context = { ...clock, ...visible(scope) };
  return toJson(evaluate(expression, context).value);
}

/** A condition has to be true or false; null and anything else is an incident, not a no. */
export function condition(scope: Scope, source: string): boolean {
  const answer = value(scope, source);
  if (typeof answer === 'boolean') return answer;
  throw new Error(
    `The condition ${source} is ${JSON.stringify(
      answer,
    )}, neither true nor false`,
  );
}

/** FEEL's clock reads the workflow's time and never the zone of the machine. */
const clock = {
  now: () => parseDateTime(new Date().toISOString()),
  today: () => parseDate(new Date().toISOString().slice(0, 10)),
};
