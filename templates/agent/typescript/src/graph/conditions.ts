import { isDeepStrictEqual } from 'node:util';
import type { Condition, Edge } from '../definition/model.ts';
import { findValue, isObject, type Values } from './values.ts';

/** No way leads on from a node. */
export class NoWayError extends Error {
  override name = 'NoWayError';
}

type Comparison = (left: unknown, right: unknown) => boolean;

/** A text is neither more nor less than a number. */
const ordered =
  (compare: (left: number, right: number) => boolean): Comparison =>
  (left, right) => {
    if (typeof left === 'number' && typeof right === 'number')
      return compare(left, right);
    if (typeof left === 'string' && typeof right === 'string')
      return compare(left < right ? -1 : Number(left > right), 0);
    return false;
  };

const contains: Comparison = (whole, part) => {
  if (typeof whole === 'string')
    return typeof part === 'string' && whole.includes(part);
  if (Array.isArray(whole))
    return whole.some(one => isDeepStrictEqual(one, part));
  return (
    isObject(whole) && typeof part === 'string' && Object.hasOwn(whole, part)
  );
};

/** A closed set, and nothing that is evaluated. */
const COMPARISONS: Record<Condition['operator'], Comparison> = {
  // a value that is not there is like one that is nothing
  equals: (left, right) => isDeepStrictEqual(left, right ?? undefined),
  notEquals: (left, right) => !isDeepStrictEqual(left, right ?? undefined),
  lessThan: ordered((left, right) => left < right),
  atMost: ordered((left, right) => left <= right),
  greaterThan: ordered((left, right) => left > right),
  atLeast: ordered((left, right) => left >= right),
  contains,
  exists: left => left !== undefined,
  notExists: left => left === undefined,
};

/** Whether a condition holds in this state. */
export const holds = (
  { path, operator, value }: Condition,
  values: Values,
): boolean => COMPARISONS[operator](findValue(values, path), value);

/** Where the first edge leads whose conditions all hold. @throws NoWayError */
export function choose(nodeId: string, edges: Edge[], values: Values): string {
  const found = edges.find(({ conditions }) =>
    conditions.every(condition => holds(condition, values)),
  );
  if (found) return found.to;
  throw new NoWayError(`No condition of an edge that leaves ${nodeId} holds`);
}
