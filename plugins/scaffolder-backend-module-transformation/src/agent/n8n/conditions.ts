import { z } from 'zod';
import type { AgentCondition } from '@ameide/plugin-transformation-common';
import type { Source } from './value';

/** The conditions of an If, or of one rule of a Switch, as versions 2 and 3 have them. */
export const conditionGroup = z.object({
  combinator: z.enum(['and', 'or']).default('and'),
  conditions: z
    .array(
      z.object({
        leftValue: z.unknown(),
        rightValue: z.unknown().optional(),
        operator: z.object({ type: z.string(), operation: z.string() }),
      }),
    )
    .min(1),
});

const OPERATORS: Record<string, AgentCondition['operator']> = {
  equals: 'equals',
  notEquals: 'notEquals',
  lt: 'lessThan',
  lte: 'atMost',
  gt: 'greaterThan',
  gte: 'atLeast',
  contains: 'contains',
  exists: 'exists',
  notExists: 'notExists',
};
const UNARY = ['exists', 'notExists'];

/**
 * Ways that each stand for an "or", with conditions that each stand for an "and".
 *
 * @param read - how a value is read
 * @param refuse - is told why
 */
export function readConditions(
  group: z.infer<typeof conditionGroup>,
  read: (value: unknown) => Source,
  refuse: (why: string) => void,
): AgentCondition[][] {
  const conditions = group.conditions.map(
    ({
      leftValue,
      rightValue,
      operator: { type, operation },
    }): AgentCondition => {
      const left = read(leftValue);
      const path = 'path' in left ? left.path : 'none';
      if (!('path' in left)) refuse('the left side is no value of the state');
      if (type === 'boolean' && ['true', 'false'].includes(operation)) {
        return { path, operator: 'equals', value: operation === 'true' };
      }
      const operator = OPERATORS[operation];
      if (!operator) {
        refuse(`${operation} is no comparison of ours`);
        return { path, operator: 'exists' };
      }
      if (UNARY.includes(operation)) return { path, operator };
      const right = read(rightValue);
      if ('path' in right) {
        refuse('the right side has to be a value that is written down');
        return { path, operator: 'exists' };
      }
      return { path, operator, value: right.value };
    },
  );
  return group.combinator === 'and'
    ? [conditions]
    : conditions.map(condition => [condition]);
}
