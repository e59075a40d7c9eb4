import { aggregateFunctions } from './feel-aggregates';
import { eq } from './feel-compare';
import { toJson } from './json';
import type { JsonValue } from './json';

/** How many rules may match, and what becomes of their outputs (DMN 8.2.10). */
export type HitPolicy =
  | 'UNIQUE'
  | 'FIRST'
  | 'ANY'
  | 'PRIORITY'
  | 'RULE ORDER'
  | 'OUTPUT ORDER'
  | 'COLLECT'
  | 'COLLECT SUM'
  | 'COLLECT MIN'
  | 'COLLECT MAX'
  | 'COLLECT COUNT';

/** A row: whether it matches, and what it answers. */
export type Rule = readonly [when: () => unknown, then: () => unknown];

export interface TableOptions {
  /** The answer when no rule matches; without it null. */
  readonly otherwise?: () => unknown;
  /** For the policies by priority: the values of each output, the most important first. */
  readonly priorities?: Readonly<Record<string, readonly JsonValue[]>>;
}

/** Evaluates a decision table; the name and the numbers of the rules are for messages. */
export function table(
  name: string,
  hitPolicy: HitPolicy,
  rules: readonly Rule[],
  { otherwise, priorities = {} }: TableOptions = {},
): JsonValue {
  const hits = rules.flatMap(([when, then], index) =>
    when() === true ? [{ rule: index + 1, then }] : [],
  );
  if (!hits.length) return toJson(otherwise?.());
  const numbers = hits.map(({ rule }) => rule).join(', ');
  if (hitPolicy === 'UNIQUE' && hits.length > 1)
    throw new Error(
      `The rules ${numbers} of the decision ${name} match, and its hit policy allows one`,
    );
  const taken = hitPolicy === 'FIRST' ? hits.slice(0, 1) : hits;
  const outputs = taken.map(({ then }) => toJson(then()));
  const [first = null] = outputs;
  switch (hitPolicy) {
    case 'ANY':
      if (outputs.some(output => eq(output, first) !== true))
        throw new Error(
          `The rules ${numbers} of the decision ${name} match with different answers`,
        );
      return first;
    case 'PRIORITY':
      return byPriority(outputs, priorities)[0] ?? null;
    case 'OUTPUT ORDER':
      return byPriority(outputs, priorities);
    case 'RULE ORDER':
    case 'COLLECT':
      return outputs;
    case 'COLLECT SUM':
      return aggregateFunctions.sum(outputs);
    case 'COLLECT MIN':
      return aggregateFunctions.min(outputs);
    case 'COLLECT MAX':
      return aggregateFunctions.max(outputs);
    case 'COLLECT COUNT':
      return outputs.length;
    default:
      return first;
  }
}

/** A cell that is an expression: true or false by itself, else what the input has to equal, or to be among. */
export function fits(input: unknown, answer: unknown): boolean {
  if (typeof answer === 'boolean') return answer;
  return Array.isArray(answer)
    ? answer.some(one => eq(input, one) === true)
    : eq(input, answer) === true;
}

function byPriority(
  outputs: readonly JsonValue[],
  priorities: NonNullable<TableOptions['priorities']>,
): JsonValue[] {
  const ranked = outputs.map(output => ({
    output,
    ranks: Object.entries(priorities).map(([name, values]) => {
      const value = name === '' ? output : columnOf(output, name);
      const rank = values.findIndex(one => eq(one, value) === true);
      return rank === -1 ? values.length : rank;
    }),
  }));
  ranked.sort((a, b) => {
    const column = a.ranks.findIndex((rank, at) => rank !== b.ranks[at]);
    return (a.ranks[column] ?? 0) - (b.ranks[column] ?? 0);
  });
  return ranked.map(({ output }) => output);
}

function columnOf(output: JsonValue, name: string): unknown {
  return typeof output === 'object' && output !== null && !Array.isArray(output)
    ? output[name]
    : null;
}
