import { eq, gt, gte, lt, lte } from './feel-compare';
import { and } from './feel-logic';
import type { Ternary } from './feel-logic';

/** A test of a value: a range, or a comparison. */
export type Test = (value: unknown) => Ternary;

/** `[1..10)`; a bound that is null leaves that side open, bounds the wrong way round are turned. */
export function range(start: unknown, end: unknown, brackets = '[]'): Test {
  const from = { bound: start ?? null, included: brackets.startsWith('[') };
  const to = { bound: end ?? null, included: brackets.endsWith(']') };
  const [low, high] = gt(from.bound, to.bound) ? [to, from] : [from, to];
  return value => {
    if (low.bound === null && high.bound === null) return null;
    const above = low.included ? gte(value, low.bound) : gt(value, low.bound);
    const below = high.included
      ? lte(value, high.bound)
      : lt(value, high.bound);
    if (low.bound === null) return below;
    return high.bound === null ? above : and(above, below);
  };
}

/** The numbers from one to the other, upwards or downwards; null where they are no numbers. */
export function steps(start: unknown, end: unknown): number[] | null {
  if (typeof start !== 'number' || typeof end !== 'number') return null;
  const length = Math.floor(Math.abs(end - start)) + 1;
  if (length > 100_000)
    throw new Error(`The range ${start}..${end} has too many numbers`);
  const direction = start > end ? -1 : 1;
  return Array.from({ length }, (_, index) => start + index * direction);
}

export function between(value: unknown, start: unknown, end: unknown): Ternary {
  if ((start ?? null) === null || (end ?? null) === null) return null;
  return range(start, end)(value);
}

/** `value in tests`: one test that matches is enough; else one that can't tell makes it null. */
export function isIn(value: unknown, tests: unknown): Ternary {
  if ((tests ?? null) === null) return null;
  let known = true;
  for (const test of Array.isArray(tests) ? tests : [tests]) {
    const answer =
      typeof test === 'function' ? (test as Test)(value) : eq(test, value);
    if (answer === true) return true;
    if (answer === null && typeof test === 'function') known = false;
  }
  return known ? false : null;
}
