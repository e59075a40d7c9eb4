import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';

/** An element as bpmn-moddle reads it. Only the phase that makes our model of it and the rules look at these. */
export interface Moddle {
  readonly $type: string;
  readonly $parent?: Moddle;
  readonly $attrs?: Readonly<Record<string, unknown>>;
  readonly id?: string;
  readonly name?: string;
  readonly [property: string]: unknown;
}

export interface ReadWarning {
  readonly message: string;
  readonly element?: Moddle;
  readonly property?: string;
  readonly value?: unknown;
}

export interface ReadResult {
  readonly definitions: Moddle;
  readonly warnings: readonly ReadWarning[];
}

/** Knows the types; what it reads, it does not keep. */
let moddle: BpmnModdle | undefined;

/** BPMN 2.0 XML → moddle's tree; throws where the text is no XML or its root is no `bpmn:definitions`. */
export async function readXml(source: string): Promise<ReadResult> {
  moddle ??= new BpmnModdle({ zeebe });
  const { rootElement, warnings } = (await moddle.fromXML(
    source,
  )) as unknown as {
    rootElement: Moddle;
    warnings: ReadWarning[];
  };
  return { definitions: rootElement, warnings };
}

/** `serviceTask` for `bpmn:ServiceTask`. */
export function typeName(element: Moddle): string {
  const name = element.$type.slice(element.$type.indexOf(':') + 1);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

export function list(value: unknown): Moddle[] {
  return Array.isArray(value) ? (value as Moddle[]) : [];
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The extension element of a Zeebe type, if the element has it. */
export function extension(element: Moddle, type: string): Moddle | undefined {
  const values = (element.extensionElements as Moddle | undefined)?.values;
  return list(values).find(value => value.$type === `zeebe:${type}`);
}

/** Every element of the tree that has an id or a type of its own, in the order of the file; diagrams are left out. */
export function walk(element: Moddle): Moddle[] {
  const found: Moddle[] = [];
  collect(element, found);
  return found;
}

function collect(element: Moddle, found: Moddle[]): void {
  found.push(element);
  for (const key of Object.keys(element)) {
    if (key.startsWith('$') || key === 'diagrams') continue;
    const value = element[key];
    if (Array.isArray(value)) {
      for (const child of value)
        if (isContained(child, element)) collect(child, found);
    } else if (isContained(value, element)) collect(value, found);
  }
}

function isContained(child: unknown, parent: Moddle): child is Moddle {
  return (
    typeof child === 'object' &&
    child !== null &&
    '$type' in child &&
    (child as Moddle).$parent === parent
  );
}

/** The element that an extension belongs to: the nearest one around it with an id. */
export function hostOf(element: Moddle): Moddle | undefined {
  let at = element.$parent;
  while (at && at.$type === 'bpmn:ExtensionElements') at = at.$parent;
  while (at && at.id === undefined) at = at.$parent;
  return at;
}
