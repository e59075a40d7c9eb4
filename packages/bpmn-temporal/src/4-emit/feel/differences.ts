import { isFunctionName, isTrueOrFalse } from './functions';
import { numberOf } from './literals';
import { staticType } from './static-types';
import { allSyntax, nameOf, parseFeel } from './syntax';
import type { Syntax } from './syntax';

type Difference = (node: Syntax) => string | undefined;

/** What an expression does otherwise than in Camunda 8, as far as it can be seen in its text (docs/reference/feel.md). */
export function feelDifferences(source: string): string[] {
  const tree = parseFeel(source);
  if (!tree) return [];
  const found = new Set<string>();
  for (const node of allSyntax(tree))
    for (const difference of differences) {
      const text = difference(node);
      if (text !== undefined) found.add(text);
    }
  return [...found];
}

const differences: readonly Difference[] = [
  // Binary fractions: 0.1 + 0.2 = 0.3 is false.
  ({ kind, parts }) => {
    const [left, operator, right] = parts;
    if (kind !== 'Comparison' || !/^!?=$/.test(operator?.text ?? ''))
      return undefined;
    return [left, right].some(side => side && computesFractions(side))
      ? 'fractions are computed in binary, so that sums like 0.1 + 0.2 do not equal 0.3; round before comparing'
      : undefined;
  },
  ({ kind, text }) =>
    kind === 'NumericLiteral' && /e/i.test(text)
      ? `${text} is read up to the letter; write the number out`
      : undefined,
  node =>
    node.kind === 'NumericLiteral' &&
    !Number.isSafeInteger(Math.trunc(numberOf(node) ?? Infinity))
      ? `${node.text} has more digits than are kept`
      : undefined,
  // `list[active]` asks a variable of the process, not the elements.
  ({ kind, parts: [list, , filter] }) =>
    kind === 'FilterExpression' &&
    filter &&
    staticType(filter) === 'any' &&
    !indexes(filter)
      ? `[${filter.text}] after ${list?.text} is taken for an index unless it compares; write [${filter.text} = true] to filter`
      : undefined,
  ({ kind, parts: [target] }) => {
    if (kind !== 'FunctionInvocation' || target?.kind !== 'VariableName')
      return undefined;
    const name = nameOf(target);
    return isFunctionName(name)
      ? undefined
      : `there is no function ${name}; the call is null`;
  },
  ({ kind, parts: [target] }) => {
    if (kind !== 'FunctionInvocation' || target?.kind !== 'VariableName')
      return undefined;
    const name = nameOf(target);
    return name === 'median' || name === 'mode'
      ? `${name} orders numbers as text`
      : undefined;
  },
];

function computesFractions(side: Syntax): boolean {
  const nodes = [...allSyntax(side)];
  const computes = nodes.some(node => node.kind === 'ArithmeticExpression');
  return (
    computes &&
    nodes.some(
      ({ kind, text }) => kind === 'NumericLiteral' && text.includes('.'),
    )
  );
}

/** Whether what stands in the brackets may well be a number. */
function indexes({ kind, parts }: Syntax): boolean {
  const [target] = parts;
  if (kind === 'FunctionInvocation')
    return target?.kind !== 'VariableName' || !isTrueOrFalse(nameOf(target));
  return (
    kind !== 'VariableName' ||
    /^(i|j|n|index|position)$/i.test(nameOf({ kind, parts, text: '' }))
  );
}
