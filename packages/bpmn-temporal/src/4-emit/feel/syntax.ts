import { parseExpression, parseUnaryTests } from 'feelin';
import { extensions } from '../../runtime/feel-extensions';

/** A node of FEEL's syntax tree, with the text it stands for; comments are left out. */
export interface Syntax {
  readonly kind: string;
  readonly text: string;
  readonly parts: readonly Syntax[];
}

interface TreeNode {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly type: { readonly isError: boolean; readonly isSkipped: boolean };
  readonly firstChild: TreeNode | null;
  readonly nextSibling: TreeNode | null;
}

/** The tree of an expression; undefined where the text is no FEEL. */
export function parseFeel(source: string): Syntax | undefined {
  return syntaxOf(treeOf(source), source);
}

/** The tree of a cell of a decision table; undefined where the text is no FEEL. */
export function parseTests(source: string): Syntax | undefined {
  return syntaxOf(testsTreeOf(source), source);
}

/** Where the text is no FEEL, and why. It is read, not evaluated: a loop may have no end. */
export function feelError(source: string): string | undefined {
  return errorIn(treeOf(source), source);
}

/** The same for a cell of a decision table. */
export function testsError(source: string): string | undefined {
  return errorIn(testsTreeOf(source), source);
}

function errorIn(tree: TreeNode, source: string): string | undefined {
  const wrong = firstError(tree);
  if (!wrong) return undefined;
  const rest = source.slice(wrong.from).trim().slice(0, 20);
  return rest
    ? `${rest} is not expected at character ${wrong.from + 1}`
    : 'it is incomplete';
}

function treeOf(source: string): TreeNode {
  return remembered(trees, source, () =>
    parseExpression(source, extensions, undefined),
  );
}

/** The tree as FEEL alone has it, without knowing of further functions. */
export function plainTreeOf(source: string): TreeNode {
  return remembered(plainTrees, source, () =>
    parseExpression(source, {}, undefined),
  );
}

/** Several rules and the writer read the same texts: what was read last is kept, as far as it is in a drawing. */
function remembered(
  known: Map<string, TreeNode>,
  source: string,
  read: () => { readonly topNode: TreeNode },
): TreeNode {
  const found = known.get(source);
  if (found) return found;
  const tree = read().topNode;
  if (known.size >= limit) known.clear();
  known.set(source, tree);
  return tree;
}

const limit = 20_000;
const trees = new Map<string, TreeNode>();
const plainTrees = new Map<string, TreeNode>();

function testsTreeOf(source: string): TreeNode {
  return parseUnaryTests(source, extensions, undefined).topNode;
}

function firstError(node: TreeNode): TreeNode | undefined {
  if (node.type.isError) return node;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const wrong = firstError(child);
    if (wrong) return wrong;
  }
  return undefined;
}

export function syntaxOf(node: TreeNode, source: string): Syntax | undefined {
  const parts: Syntax[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.type.isError) return undefined;
    if (child.type.isSkipped) continue;
    const part = syntaxOf(child, source);
    if (!part) return undefined;
    parts.push(part);
  }
  return { kind: node.name, text: source.slice(node.from, node.to), parts };
}

/** Every node, from the outside in. */
export function* allSyntax(node: Syntax): Generator<Syntax> {
  yield node;
  for (const part of node.parts) yield* allSyntax(part);
}

/** A name with its words one space apart, as the interpreter looks it up. */
export function nameOf(node: Syntax): string {
  if (node.kind === 'Identifier') return node.text;
  return node.kind === 'Name'
    ? node.text.replace(/\s{2,}/g, ' ')
    : node.parts.map(nameOf).join(' ');
}
