import type { Document, Element, Node } from '@xmldom/xmldom';
import { parseXml } from './parseXml';

const ELEMENT = 1;
const TEXT = 3;
const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** An element that can be found again in another version of its document. */
export interface Keyed {
  key: string;
  element: Element;
  /** The nearest keyed element around it; undefined for the root. */
  parent?: string;
  /** What it says apart from its keyed children, whatever its prefixes and spaces are. */
  own: string;
}

/** A document with its keyed elements, in its order. */
export interface KeyedTree {
  document: Document;
  nodes: Map<string, Keyed>;
}

/**
 * Reads XML and finds its keyed elements: those with an id, and those around
 * one, which are found by their name below the next key.
 *
 * @param idAttribute - `id` in BPMN and DMN, `identifier` in ArchiMate's exchange format
 * @throws Error where it is no XML
 */
export function keyedTree(xml: string, idAttribute: string): KeyedTree {
  const document = parseXml(xml);
  const nodes = new Map<string, Keyed>();
  const carriers = idCarriers(document.documentElement!, idAttribute);
  const visit = (element: Element, parent?: string) => {
    if (!carriers.has(element)) return;
    const wanted =
      element.getAttribute(idAttribute) ??
      `${parent ?? ''}/${element.localName}`;
    let key = wanted;
    for (let n = 2; nodes.has(key); n++) key = `${wanted}#${n}`;
    nodes.set(key, {
      key,
      element,
      parent,
      own: ownText(element, child => carriers.has(child)),
    });
    childElements(element).forEach(child => visit(child, key));
  };
  visit(document.documentElement!);
  return { document, nodes };
}

/** The elements directly below one. */
export function childElements(element: Element): Element[] {
  return [...element.childNodes].filter(isElement);
}

export function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT;
}

/** Space between elements, which says nothing. */
export function isBlank(node: Node): boolean {
  return node.nodeType === TEXT && !node.nodeValue?.trim();
}

/** The root, and all elements that have an id or are around one that has. */
function idCarriers(root: Element, idAttribute: string): Set<Element> {
  const found = new Set([root]);
  const visit = (element: Element): boolean => {
    const inside = childElements(element).map(visit).some(Boolean);
    const carries = inside || element.hasAttribute(idAttribute);
    if (carries) found.add(element);
    return carries;
  };
  visit(root);
  return found;
}

function ownText(
  element: Element,
  leaveOut: (child: Element) => boolean,
): string {
  const attributes = [...element.attributes]
    .filter(({ namespaceURI }) => namespaceURI !== XMLNS)
    .map(({ namespaceURI, localName, value }) => [
      namespaceURI ?? '',
      localName ?? '',
      value,
    ])
    .sort();
  const content = [...element.childNodes]
    .filter(node => !isBlank(node))
    .filter(node => !isElement(node) || !leaveOut(node))
    .map(node =>
      isElement(node) ? ownText(node, leaveOut) : node.nodeValue ?? '',
    );
  return JSON.stringify([
    element.namespaceURI,
    element.localName,
    attributes,
    content,
  ]);
}
