import {
  evaluate,
  FeelFunction,
  FeelRange,
  parseDate,
  parseDateTime,
  unaryTest,
} from 'feelin';
import type { Feel } from './feel';
import { aggregateFunctions } from './feel-aggregates';
import { extensions } from './feel-extensions';
import { typeOf } from './feel-types';
import type { JsonObject } from './json';

/**
 * FEEL that is interpreted: dates, times, durations, and what else has no translation. The only module of the runtime
 * that needs feelin, so that a bundle without such an expression is without the library.
 */
export function interpret(source: string): Feel {
  return {
    source,
    evaluate: variables =>
      evaluate(source, { ...functions, ...variables }).value,
  };
}

/** Whether an input fits the cell of a decision table. */
export function interpretTest(
  source: string,
  input: unknown,
  variables: JsonObject,
): boolean {
  const context = { ...functions, ...variables, '?': input ?? null };
  return unaryTest(source, context).value === true;
}

/** FEEL's clock reads the workflow's time and never the zone of the machine. */
const clock = {
  now: () => parseDateTime(new Date().toISOString()),
  today: () => parseDate(new Date().toISOString().slice(0, 10)),
};

/** Over the library's own: it joins lists of lists of one number as text. */
const aggregates = Object.fromEntries(
  Object.entries(aggregateFunctions).map(([name, compute]) => [
    name,
    new FeelFunction(compute, ['...list']),
  ]),
);

const functions = { ...clock, ...extensions, ...aggregates };

// feelin compares text with numbers as JavaScript does ("10" > 5); in FEEL, and in what is translated, that is null.
const { includes } = FeelRange.prototype;
FeelRange.prototype.includes = function includesOfSameType(value) {
  const { valueType } = this as unknown as { valueType: string | null };
  const plain = value === null || typeof value !== 'object' || isJson(value);
  return plain && valueType !== null && valueType !== typeOf(value)
    ? null
    : includes.call(this, value);
};

function isJson(value: object): boolean {
  return (
    Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
  );
}
