import { XMLSerializer, type Element, type Node } from '@xmldom/xmldom';
import type { Merge } from '@ameide/plugin-transformation-node';
import { isBlank, keyedTree, type Keyed, type KeyedTree } from './keyedTree';

/**
 * Joins two versions of an XML document, element by element. `theirs` stays as
 * it is where `mine` says nothing new.
 *
 * @returns the ids that both sides changed, where there are any
 */
export function mergeXml(
  base: string,
  theirs: string,
  mine: string,
  idAttribute: string,
): Merge {
  const [before, target, source] = [base, theirs, mine].map(xml =>
    keyedTree(xml, idAttribute),
  );
  const changed = [...source.nodes.values()].filter(
    node =>
      !same(node, before.nodes.get(node.key)) &&
      !same(node, target.nodes.get(node.key)),
  );
  const removed = [...before.nodes.values()].filter(
    ({ key }) => !source.nodes.has(key) && target.nodes.has(key),
  );
  const elementIds = [
    ...changed.filter(node => collides(node, before, target)),
    ...removed.filter(node => inUse(node, before, target, source)),
    ...[...source.nodes.values()].filter(node =>
      reordered(node, before, source),
    ),
  ].map(({ key }) => key);
  if (elementIds.length) return { elementIds };

  const inTarget = new Map(
    [...target.nodes].map(([key, { element }]) => [key, element]),
  );
  const keyOf = new Map(
    [...source.nodes.values()].map(({ key, element }) => [element, key]),
  );
  for (const node of changed) put(node, inTarget, keyOf);
  for (const { key } of removed) remove(inTarget.get(key)!);
  return { content: new XMLSerializer().serializeToString(target.document) };
}

function same(one: Keyed, other?: Keyed): boolean {
  return (
    other !== undefined && one.own === other.own && one.parent === other.parent
  );
}

/** Whether theirs made something else of an element that mine changed, or took away what it stands in. */
function collides(node: Keyed, before: KeyedTree, target: KeyedTree): boolean {
  const [old, theirs] = [
    before.nodes.get(node.key),
    target.nodes.get(node.key),
  ];
  const untouched = old ? theirs && same(theirs, old) : !theirs;
  const homeless =
    node.parent !== undefined &&
    before.nodes.has(node.parent) &&
    !target.nodes.has(node.parent);
  return !untouched || homeless;
}

/** Whether theirs changed an element that mine took away, or put something into it. */
function inUse(
  node: Keyed,
  before: KeyedTree,
  target: KeyedTree,
  source: KeyedTree,
): boolean {
  const children = [...target.nodes.values()].filter(
    ({ parent }) => parent === node.key,
  );
  return (
    !same(target.nodes.get(node.key)!, node) ||
    children.some(({ key }) => !before.nodes.has(key) || source.nodes.has(key))
  );
}

/** Whether mine put the children of an element in another order, which may mean something; that is not merged. */
function reordered(node: Keyed, before: KeyedTree, source: KeyedTree): boolean {
  const childrenIn = (tree: KeyedTree, other: KeyedTree) =>
    [...tree.nodes.values()]
      .filter(({ parent }) => parent === node.key)
      .filter(({ key }) => other.nodes.get(key)?.parent === node.key)
      .map(({ key }) => key);
  return (
    childrenIn(before, source).join('\n') !==
    childrenIn(source, before).join('\n')
  );
}

/** Makes an element of the target what the source says, its keyed children left alone. */
function put(
  { key, element: wanted, parent }: Keyed,
  inTarget: Map<string, Element>,
  keyOf: Map<Node, string>,
): void {
  const home = parent === undefined ? undefined : inTarget.get(parent)!;
  const document = (home ?? inTarget.get(key)!).ownerDocument!;
  const there = inTarget.get(key);
  const element = there ?? document.importNode(wanted, false);
  inTarget.set(key, element);
  if (there) {
    for (const { name } of [...element.attributes]) {
      if (!name.startsWith('xmlns')) element.removeAttribute(name);
    }
    for (const { namespaceURI, name, value } of [...wanted.attributes]) {
      if (!name.startsWith('xmlns')) {
        element.setAttributeNS(namespaceURI, name, value);
      }
    }
    const keyed = new Set<Node>(inTarget.values());
    for (const node of [...element.childNodes]) {
      if (!isBlank(node) && !keyed.has(node)) remove(node);
    }
  }
  const insert = (node: Node, like: Node, into: Element) => {
    const place = placeOf(like, into, inTarget, keyOf);
    const space = spaceBefore(like);
    if (space) into.insertBefore(document.importNode(space, true), place);
    into.insertBefore(node, place);
  };
  for (const node of [...wanted.childNodes]) {
    if (isBlank(node) || keyOf.has(node)) continue;
    insert(document.importNode(node, true), node, element);
  }
  if (home && element.parentNode !== home) {
    if (element.parentNode) remove(element);
    insert(element, wanted, home);
  }
}

/** What stands behind this node in the source, in the target: with the space before it; null for the very end. */
function placeOf(
  node: Node,
  home: Element,
  inTarget: Map<string, Element>,
  keyOf: Map<Node, string>,
): Node | null {
  for (let next = node.nextSibling; next; next = next.nextSibling) {
    const twin = inTarget.get(keyOf.get(next) ?? '');
    if (twin?.parentNode === home) return spaceBefore(twin) ?? twin;
  }
  return home.lastChild && isBlank(home.lastChild) ? home.lastChild : null;
}

function spaceBefore({ previousSibling: space }: Node): Node | null {
  return space && isBlank(space) ? space : null;
}

/** Takes a node away, with the space before it. */
function remove(node: Node): void {
  const space = spaceBefore(node);
  if (space) node.parentNode?.removeChild(space);
  node.parentNode?.removeChild(node);
}
