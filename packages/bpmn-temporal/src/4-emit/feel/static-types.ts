import type { Syntax } from './syntax';

/** What the interpreter knows of the type of an expression before it runs: it decides what `list[…]` means. */
export type StaticType =
  | 'any'
  | 'boolean'
  | 'date'
  | 'nil'
  | 'number'
  | 'string'
  | 'test'
  | undefined;

const byKind: Readonly<Record<string, StaticType>> = {
  BooleanLiteral: 'boolean',
  Comparison: 'test',
  Conjunction: 'test',
  DateTimeLiteral: 'date',
  Disjunction: 'test',
  FilterExpression: 'any',
  FunctionInvocation: 'any',
  InstanceOfExpression: 'test',
  Interval: 'test',
  NumericLiteral: 'number',
  PathExpression: 'any',
  QuantifiedExpression: 'test',
  SimplePositiveUnaryTest: 'test',
  StringLiteral: 'string',
  VariableName: 'any',
  null: 'nil',
};

export function staticType(node: Syntax): StaticType {
  const { kind, parts } = node;
  const [first, second, third] = parts;
  switch (kind) {
    case 'ParenthesizedExpression':
      return second && staticType(second);
    case 'IfExpression':
      return either(parts[3], parts[5]);
    case 'ArithmeticExpression':
      return third ? either(first, third) : second && staticType(second);
    default:
      return byKind[kind];
  }
}

function either(a: Syntax | undefined, b: Syntax | undefined): StaticType {
  if (!a) return undefined;
  const type = staticType(a);
  return !b || staticType(b) === type ? type : 'any';
}
