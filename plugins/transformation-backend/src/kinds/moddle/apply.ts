import type { ElementOperation } from '@ameide/plugin-transformation-common';
import type { Applied } from '../kindFunctions';
import { childrenOf, type ModdleElement } from './element';

/** What moddle says of a property. */
interface Property {
  type: string;
  isReference?: boolean;
  isMany?: boolean;
}

/** A document that moddle has read. */
export interface ModdleDocument {
  root: ModdleElement;
  elementsById: Record<string, ModdleElement>;
  /** Makes an expression for a property of this type; undefined where the type is none. */
  expression(type: string, text: string): ModdleElement | undefined;
  /** The canonical XML. */
  write(): Promise<string>;
}

const PLAIN = new Set(['String', 'Boolean', 'Integer', 'Real']);

/** What an element cannot be without: it goes where the other goes. */
const NEEDED = new Set([
  'sourceRef',
  'targetRef',
  'attachedToRef',
  'bpmnElement',
  'dmnElementRef',
  'href',
]);

/** Carries operations out on a document, and writes it as moddle writes. */
export async function applyToModdle(
  document: ModdleDocument,
  operations: ElementOperation[],
): Promise<Applied> {
  for (const operation of operations) {
    const element = document.elementsById[operation.elementId];
    const problem = element
      ? applyOne(document, element, operation)
      : `there is no element ${operation.elementId}`;
    if (problem) return { problem };
  }
  return { content: await document.write() };
}

function applyOne(
  document: ModdleDocument,
  element: ModdleElement,
  operation: ElementOperation,
): string | undefined {
  if (operation.op === 'remove') {
    if (element === document.root) return 'the whole cannot be removed';
    removeElement(document, element);
    return undefined;
  }
  const { elementId, property: name, value } = operation;
  const { propertiesByName } = element.$descriptor as {
    propertiesByName: Record<string, Property>;
  };
  const property = propertiesByName[name];
  if (!property || property.isMany) {
    return `${elementId}, a ${element.$type}, has no property ${name} that can be set`;
  }
  if (value === null) {
    delete element[name];
    return undefined;
  }
  const wanted = valueFor(document, property, value);
  if (wanted === undefined) {
    return `${name} of ${elementId} cannot be ${JSON.stringify(value)}`;
  }
  element[name] = wanted;
  return undefined;
}

function valueFor(
  { elementsById, expression }: ModdleDocument,
  { type, isReference }: Property,
  value: string | number | boolean,
): unknown {
  if (isReference) return elementsById[String(value)];
  const simple = type.split(':').at(-1)!;
  if (PLAIN.has(simple)) {
    const kind = { String: 'string', Boolean: 'boolean' }[simple] ?? 'number';
    return typeof value === kind ? value : undefined;
  }
  return typeof value === 'string' ? expression(type, value) : undefined;
}

/** Takes an element away, and first what needs it. */
function removeElement(document: ModdleDocument, gone: ModdleElement): void {
  const { id } = gone;
  delete document.elementsById[id!];
  for (const element of allOf(document.root)) {
    for (const property of NEEDED) {
      const target = element[property];
      if (target !== gone && target !== `#${id}`) continue;
      const whole = property === 'href' ? element.$parent! : element;
      if (whole.id && document.elementsById[whole.id]) {
        removeElement(document, whole);
      } else detach(document.root, whole);
    }
  }
  for (const inner of allOf(gone)) {
    if (inner !== gone && inner.id && document.elementsById[inner.id]) {
      removeElement(document, inner);
    }
  }
  detach(document.root, gone);
}

/** Takes an element out of everything that has it or refers to it. */
function detach(root: ModdleElement, gone: ModdleElement): void {
  for (const element of allOf(root)) {
    for (const name of namesOf(element)) {
      const value = element[name];
      if (value === gone) delete element[name];
      else if (Array.isArray(value) && value.includes(gone)) {
        element[name] = value.filter(item => item !== gone);
      }
    }
  }
}

function namesOf(element: ModdleElement): string[] {
  const { properties } = element.$descriptor as {
    properties: { ns: { localName: string } }[];
  };
  return properties.map(({ ns }) => ns.localName);
}

function allOf(root: ModdleElement): ModdleElement[] {
  const found = new Set<ModdleElement>();
  const visit = (element: ModdleElement) => {
    if (found.has(element)) return;
    found.add(element);
    childrenOf(element).forEach(({ child }) => visit(child));
  };
  visit(root);
  return [...found];
}
