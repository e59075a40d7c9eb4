import { XMLSerializer, type Document, type Element } from '@xmldom/xmldom';
import type { ElementOperation } from '@ameide/plugin-transformation-common';
import type { Applied } from '../kindFunctions';
import { childElements } from '../xml/keyedTree';
import { parseXml } from '../xml/parseXml';
import { ID, NAMESPACE, named, XSI } from './names';

/** What an element of the exchange format cannot be without: it goes where the other goes. */
const NEEDED = [
  'source',
  'target',
  'elementRef',
  'relationshipRef',
  'identifierRef',
];
/** Children of an element stand in this order (its schema is a sequence). */
const CHILDREN = ['name', 'documentation', 'properties'];

type SetOperation = Extract<ElementOperation, { op: 'set' }>;

/** Carries operations out in the model itself: comments, order and spaces of the rest are kept. */
export async function applyToArchimate(
  content: string,
  operations: ElementOperation[],
): Promise<Applied> {
  const document = parseXml(content);
  for (const operation of operations) {
    const { elementId } = operation;
    const element = allOf(document).find(
      one => one.getAttribute(ID) === elementId,
    );
    if (!element) return { problem: `there is no element ${elementId}` };
    if (operation.op === 'set') {
      const problem = set(element, operation);
      if (problem) return { problem };
    } else if (element === document.documentElement) {
      return { problem: 'the whole cannot be removed' };
    } else remove(document, element);
  }
  return { content: new XMLSerializer().serializeToString(document) };
}

/** Sets name, documentation, type, an end of a relationship or a property; answers why it can not. */
function set(
  element: Element,
  { elementId, property, value }: SetOperation,
): string | undefined {
  if (value !== null && typeof value !== 'string') {
    return `${property} of ${elementId} cannot be ${JSON.stringify(value)}`;
  }
  if (property === 'name' || property === 'documentation') {
    setText(element, property, value);
  } else if (['type', 'source', 'target'].includes(property)) {
    if (!value) return `${elementId} cannot be without ${property}`;
    if (property === 'type') element.setAttributeNS(XSI, 'xsi:type', value);
    else if (!element.hasAttribute(property)) {
      return `${elementId} has no ${property}, it is no relationship`;
    } else element.setAttribute(property, value);
  } else return setProperty(element, property, value);
  return undefined;
}

function setText(element: Element, name: string, value: string | null): void {
  const [there] = named(element, name);
  if (value === null) there?.parentNode?.removeChild(there);
  else (there ?? addChild(element, name)).textContent = value;
}

/** One of the properties that the model defines, by the id of its definition. */
function setProperty(
  element: Element,
  definition: string,
  value: string | null,
): string | undefined {
  const defined = allOf(element.ownerDocument!).some(
    one =>
      one.localName === 'propertyDefinition' &&
      one.getAttribute(ID) === definition,
  );
  const [list] = named(element, 'properties');
  const there = named(list, 'property').find(
    one => one.getAttribute('propertyDefinitionRef') === definition,
  );
  if (!defined && !there) {
    return `the model defines no property ${definition}; what can be set otherwise are name, documentation, type, source and target`;
  }
  if (value === null) {
    there?.parentNode?.removeChild(there);
    if (list && !named(list, 'property').length) element.removeChild(list);
    return undefined;
  }
  const property =
    there ?? insert(list ?? addChild(element, 'properties'), 'property');
  property.setAttribute('propertyDefinitionRef', definition);
  const [text] = named(property, 'value');
  (text ?? insert(property, 'value')).textContent = value;
  return undefined;
}

/** Takes an element away, and first what needs it: relationships, and what views and folders show of it. */
function remove(document: Document, gone: Element): void {
  const ids = [gone, ...inside(gone)].flatMap(
    one => one.getAttribute(ID) ?? [],
  );
  gone.parentNode?.removeChild(gone);
  for (;;) {
    const needs = allOf(document).find(one =>
      NEEDED.some(name => ids.includes(one.getAttribute(name) ?? '')),
    );
    if (!needs) return;
    remove(document, needs);
  }
}

function addChild(element: Element, name: string): Element {
  const later = CHILDREN.slice(CHILDREN.indexOf(name) + 1);
  const before = childElements(element).find(
    ({ localName }) =>
      later.includes(localName!) || !CHILDREN.includes(localName!),
  );
  return insert(element, name, before);
}

function insert(element: Element, name: string, before?: Element): Element {
  const prefix = element.prefix ? `${element.prefix}:` : '';
  const added = element.ownerDocument!.createElementNS(
    NAMESPACE,
    `${prefix}${name}`,
  );
  element.insertBefore(added, before ?? null);
  return added;
}

function inside(element: Element): Element[] {
  return childElements(element).flatMap(child => [child, ...inside(child)]);
}

function allOf({ documentElement: root }: Document): Element[] {
  return [root!, ...inside(root!)];
}
