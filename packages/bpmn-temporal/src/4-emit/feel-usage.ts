import { plainTreeOf } from './feel/syntax';
import { shapeAt } from './shape';
import type { Shape } from './shape';

/** A node of feelin's syntax tree. */
interface SyntaxNode {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly firstChild: SyntaxNode | null;
  readonly nextSibling: SyntaxNode | null;
}

type Kind = 'boolean' | 'number' | 'string';

/** The path of an expression that is nothing but `=a.b.c`. */
export function pathOf(source: string): string[] | undefined {
  if (!source.startsWith('=')) return undefined;
  const expression = source.slice(1);
  let node: SyntaxNode = plainTreeOf(expression);
  while (node.name === 'Expression' || node.name === 'Expressions') {
    if (!node.firstChild || node.firstChild.nextSibling) return undefined;
    node = node.firstChild;
  }
  return pathIn(node, expression);
}

/** Learns from a FEEL expression what its variables are: what they are compared, added and asked for. */
export function learnFrom(
  node: SyntaxNode,
  source: string,
  shape: Shape,
  kind?: Kind,
  example?: string,
): void {
  const path = pathIn(node, source);
  if (path) {
    const known = shapeAt(shape, path);
    if (kind) known.kinds.add(kind);
    if (example !== undefined) known.examples.push(example);
    return;
  }
  const parts = children(node);
  switch (node.name) {
    case 'Comparison':
      compare(parts, source, shape);
      break;
    case 'Conjunction':
    case 'Disjunction':
      for (const part of parts) learnFrom(part, source, shape, 'boolean');
      break;
    case 'ArithmeticExpression': {
      const other = parts.some(part => part.name === 'StringLiteral')
        ? 'string'
        : 'number';
      for (const part of parts) learnFrom(part, source, shape, other);
      break;
    }
    case 'IfExpression': {
      const [test, ...ways] = parts.filter(
        part => !['if', 'then', 'else'].includes(part.name),
      );
      if (test) learnFrom(test, source, shape, 'boolean');
      for (const way of ways) learnFrom(way, source, shape, kind, example);
      break;
    }
    case 'ParenthesizedExpression':
    case 'Expression':
    case 'Expressions':
      for (const part of parts) learnFrom(part, source, shape, kind, example);
      break;
    // What they bind are no variables of the process.
    case 'ForExpression':
    case 'QuantifiedExpression':
    case 'FilterExpression':
    case 'Context':
    case 'FunctionDefinition':
      break;
    case 'FunctionInvocation':
      for (const part of parts.slice(1)) learnFrom(part, source, shape);
      break;
    default:
      for (const part of parts) learnFrom(part, source, shape);
  }
}

function compare(
  parts: readonly SyntaxNode[],
  source: string,
  shape: Shape,
): void {
  const literals = parts.flatMap(part => literalOf(part, source));
  const operator = parts.find(part => part.name === 'CompareOp');
  const sign = operator ? source.slice(operator.from, operator.to) : '';
  for (const part of parts) {
    const path = pathIn(part, source);
    const [value] = literals;
    if (!path || value === undefined) {
      learnFrom(part, source, shape);
      continue;
    }
    const known = shapeAt(shape, path);
    known.kinds.add(typeof value as Kind);
    known.examples.push(typeof value === 'number' ? taken(sign, value) : value);
  }
}

/** A number for which the comparison holds. */
function taken(sign: string, value: number): number {
  if (sign === '>' || sign === '!=') return value + 1;
  return sign === '<' ? value - 1 : value;
}

function literalOf(
  node: SyntaxNode,
  source: string,
): (string | number | boolean)[] {
  const text = source.slice(node.from, node.to);
  switch (node.name) {
    case 'NumericLiteral':
      return Number.isFinite(Number(text)) ? [Number(text)] : [];
    case 'StringLiteral':
      return [text.slice(1, -1).replace(/\\(.)/g, '$1')];
    case 'BooleanLiteral':
      return [text === 'true'];
    default:
      return [];
  }
}

function pathIn(node: SyntaxNode, source: string): string[] | undefined {
  if (node.name === 'VariableName')
    return [source.slice(node.from, node.to).trim()];
  if (node.name !== 'PathExpression') return undefined;
  const [head, ...rest] = children(node);
  const path = head && pathIn(head, source);
  const last = rest.at(-1);
  if (!path || !last) return undefined;
  return [...path, source.slice(last.from, last.to).trim()];
}

function children(node: SyntaxNode): SyntaxNode[] {
  const all: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    all.push(child);
  return all;
}
