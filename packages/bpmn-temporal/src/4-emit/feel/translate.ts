import { literal } from '../code';
import { translateAccess } from './access';
import { translateCall } from './calls';
import { translateIn } from './membership';
import { numberOf, stringOf } from './literals';
import { translateContext, translateList, translateName } from './values';
import { translateFilter, translateLoop, translateQuantified } from './loops';
import { staticType } from './static-types';
import { parseFeel } from './syntax';
import type { Syntax } from './syntax';
import { body, outermost, Untranslatable } from './translation';
import type { Translation } from './translation';

/** Notes that a runtime function is used, and answers its name. */
export type Use = (runtimeFunction: string) => string;

/** The code of a function of the variables that computes the FEEL expression; undefined where there is none. */
export function translateFeel(source: string, use: Use): string | undefined {
  const tree = parseFeel(source);
  if (!tree) return undefined;
  let reads = false;
  const code = translating(
    use,
    root => body(root.code(tree, root)),
    () => {
      reads = true;
    },
  );
  return code === undefined ? undefined : `${reads ? 'v' : '()'} => ${code}`;
}

/** What `write` makes of a translation; undefined, and nothing is used, where a part of it has no translation. */
export function translating(
  use: Use,
  write: (root: Translation) => string,
  reads: () => void = () => {},
): string | undefined {
  const used = new Set<string>();
  const note = (name: string) => {
    used.add(name);
    return name;
  };
  const root: Translation = outermost(note, translate, reads);
  try {
    const code = write(root);
    used.forEach(use);
    return code;
  } catch (error) {
    if (error instanceof Untranslatable || error instanceof RangeError)
      return undefined;
    throw error;
  }

  function translate(
    node: Syntax | undefined,
    inside: Translation = root,
  ): string {
    if (!node) throw new Untranslatable();
    return translateNode(node, inside);
  }
}

function translateNode(node: Syntax, t: Translation): string {
  const { kind, parts } = node;
  switch (kind) {
    case 'Expression':
      if (parts.length !== 1) throw new Untranslatable();
      return t.code(parts[0], t);
    case 'ParenthesizedExpression':
      return t.code(parts[1], t);
    case 'NumericLiteral':
      return translateNumber(node);
    case 'StringLiteral':
      return literal(stringOf(node));
    case 'BooleanLiteral':
      return node.text === 'true' ? 'true' : 'false';
    case 'null':
      return 'null';
    case '?':
    case 'VariableName':
      return translateName(node, t);
    case 'List':
      return translateList(parts.slice(1, -1), t);
    case 'Context':
      return translateContext(parts.slice(1, -1), t);
    case 'PathExpression':
      return translateAccess(node, t);
    case 'FilterExpression':
      return translateFilter(node, t);
    case 'ArithmeticExpression':
      return translateArithmetic(parts, t);
    case 'Conjunction':
    case 'Disjunction':
      return translateLogic(node, t);
    case 'Comparison':
      return translateComparison(parts, t);
    case 'IfExpression':
      return translateIf(parts, t);
    case 'ForExpression':
      return translateLoop(parts, t);
    case 'QuantifiedExpression':
      return translateQuantified(parts, t);
    case 'FunctionInvocation':
      return translateCall(parts, t);
    default:
      throw new Untranslatable();
  }
}

function translateNumber(node: Syntax): string {
  const value = numberOf(node);
  if (value === undefined) throw new Untranslatable();
  return String(value);
}

const operators: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '**': 'pow',
  '^': 'pow',
};

function translateArithmetic(parts: readonly Syntax[], t: Translation): string {
  const [left, operator, right] = parts;
  if (parts.length === 2 && left?.text === '-')
    return `${t.use('negate')}(${t.code(operator, t)})`;
  const name = operators[operator?.text ?? ''];
  if (!name) throw new Untranslatable();
  return `${t.use(name)}(${t.code(left, t)}, ${t.code(right, t)})`;
}

/** `a and b and c` is one call. */
function translateLogic(node: Syntax, t: Translation): string {
  const terms = (part: Syntax | undefined): (Syntax | undefined)[] =>
    part?.kind === node.kind
      ? [...terms(part.parts[0]), part.parts[2]]
      : [part];
  const name = t.use(node.kind === 'Conjunction' ? 'and' : 'or');
  return `${name}(${terms(node)
    .map(term => t.code(term, t))
    .join(', ')})`;
}

const comparisons: Readonly<Record<string, string>> = {
  '=': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'lte',
  '>': 'gt',
  '>=': 'gte',
};

function translateComparison(parts: readonly Syntax[], t: Translation): string {
  const [left, operator, ...rest] = parts;
  if (operator?.kind === 'in') return translateIn(left, rest, t);
  if (operator?.kind === 'between')
    return `${t.use('between')}(${[left, rest[0], rest[2]]
      .map(part => t.code(part, t))
      .join(', ')})`;
  const name = comparisons[operator?.text ?? ''];
  if (!name) throw new Untranslatable();
  return `${t.use(name)}(${t.code(left, t)}, ${t.code(rest[0], t)})`;
}

function translateIf(parts: readonly Syntax[], t: Translation): string {
  const [, condition, , then, , otherwise] = parts;
  if (!condition) throw new Untranslatable();
  const code = t.code(condition, t);
  const plain = ['boolean', 'test'].includes(staticType(condition) ?? '');
  const test = plain ? code : `${t.use('holds')}(${code})`;
  return `(${test} ? ${t.code(then, t)} : ${t.code(otherwise, t)})`;
}
