import { feelError, testsError } from '../4-emit/feel/syntax';
import { withRequired } from './model';
import type { Decision, Decisions, DecisionTable } from './model';

const hitPolicies = new Set([
  'UNIQUE',
  'FIRST',
  'ANY',
  'PRIORITY',
  'RULE ORDER',
  'OUTPUT ORDER',
  'COLLECT',
  'COLLECT SUM',
  'COLLECT MIN',
  'COLLECT MAX',
  'COLLECT COUNT',
]);

/** What stands against executing a decision and those that it requires. */
export function* problemsOf(
  decisions: Decisions,
  id: string,
): Generator<string> {
  for (const decision of withRequired(decisions, [id])) {
    for (const required of decision.requires) {
      if (!decisions.byId.has(required))
        yield `${decision.id} requires ${required}, which is in none of the DMN files`;
      else if (
        withRequired(decisions, [required]).some(
          other => other.id === decision.id,
        )
      )
        yield `${decision.id} and ${required} require one another`;
    }
    for (const problem of ownProblems(decision))
      yield `${decision.id}: ${problem}`;
  }
}

function* ownProblems({ logic }: Decision): Generator<string> {
  switch (logic.kind) {
    case 'unsupported':
      yield `there is ${logic.what}`;
      break;
    case 'literal':
      yield* wrong('the expression', logic.text, feelError);
      break;
    default:
      yield* tableProblems(logic);
  }
}

function* tableProblems(logic: DecisionTable): Generator<string> {
  const { hitPolicy, inputs, outputs, rules } = logic;
  if (!hitPolicies.has(hitPolicy)) yield `there is no hit policy ${hitPolicy}`;
  if (!outputs.length) yield 'the table has no output';
  const names = outputs.map(({ name }) => name);
  if (outputs.length > 1) {
    if (names.includes('') || new Set(names).size < names.length)
      yield 'several outputs need a name each';
    if (/^COLLECT ./.test(hitPolicy))
      yield `several outputs can not be aggregated by ${hitPolicy}`;
  }
  for (const [index, { label, expression }] of inputs.entries())
    yield* wrong(
      `the input ${label || index + 1}`,
      expression || ' ',
      feelError,
    );
  for (const { name, otherwise } of outputs)
    yield* wrong(`the default of the output ${name}`, otherwise, feelError);
  for (const [index, rule] of rules.entries()) {
    for (const test of rule.tests)
      yield* wrong(`rule ${index + 1}`, test, testsError);
    for (const entry of rule.outputs)
      yield* wrong(`rule ${index + 1}`, entry, feelError);
  }
}

function* wrong(
  what: string,
  source: string,
  errorOf: (source: string) => string | undefined,
): Generator<string> {
  const error = source === '' ? undefined : errorOf(source);
  if (error !== undefined)
    yield `${what} is no FEEL: ${source.trim()}: ${error}`;
}
