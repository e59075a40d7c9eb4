import type { Element } from '@xmldom/xmldom';
import type { ArchimateModel } from '@ameide/plugin-transformation-common';
import { problemOfDeclarations } from '../xml/declarations';
import { parseXml } from '../xml/parseXml';
import { ID, named, NAMESPACE, XSI } from './names';

/** What the model says; types are not looked at yet. */
type Read = {
  [K in keyof ArchimateModel]: ArchimateModel[K] extends (infer I)[]
    ? { [P in keyof I]: P extends 'type' ? string : I[P] }[]
    : ArchimateModel[K];
};

/** Reads a model in the Open Group's exchange format. @throws Error that names the place */
export function readArchimate(xml: string): Read {
  const problem = problemOfDeclarations(xml);
  if (problem) throw new Error(problem);
  const root = parseXml(xml).documentElement!;
  if (root.localName !== 'model' || root.namespaceURI !== NAMESPACE) {
    throw new Error(
      `line 1: this is no ArchiMate model but <${root.nodeName}>; export it in the Open Group's exchange format, ${NAMESPACE}`,
    );
  }
  const views = inside(root, 'views', 'diagrams', 'view');
  return {
    ...headOf(root),
    elements: inside(root, 'elements', 'element').map(describedOf),
    relationships: inside(root, 'relationships', 'relationship').map(
      element => ({
        ...describedOf(element),
        source: element.getAttribute('source') ?? '',
        target: element.getAttribute('target') ?? '',
      }),
    ),
    views: views.map(view => ({
      ...headOf(view),
      shows: nodesOf(view).flatMap(
        node => node.getAttribute('elementRef') ?? [],
      ),
    })),
    layout: views.flatMap(nodesOf).map(node => {
      const number = (name: string) => Number(node.getAttribute(name));
      return {
        id: idOf(node),
        x: number('x'),
        y: number('y'),
        width: number('w'),
        height: number('h'),
      };
    }),
  };
}

function idOf(element: Element): string {
  return element.getAttribute(ID) ?? '';
}

/** What lies below an element by these names, one below the other. */
function inside(element: Element, ...names: string[]): Element[] {
  return names.reduce(
    (found, name) => found.flatMap(item => named(item, name)),
    [element],
  );
}

function headOf(element: Element) {
  const [name] = named(element, 'name');
  const text = name?.textContent?.trim();
  return { id: idOf(element), ...(text && { name: text }) };
}

function describedOf(element: Element) {
  const [documentation] = named(element, 'documentation');
  const properties = inside(element, 'properties', 'property').map(property => [
    property.getAttribute('propertyDefinitionRef') ?? '',
    named(property, 'value')[0]?.textContent ?? '',
  ]);
  return {
    ...headOf(element),
    type: element.getAttributeNS(XSI, 'type') ?? '',
    ...(documentation && { documentation: documentation.textContent ?? '' }),
    properties: Object.fromEntries(properties) as Record<string, string>,
  };
}

/** All nodes of a view, those inside others too. */
function nodesOf(view: Element): Element[] {
  return named(view, 'node').flatMap(node => [node, ...nodesOf(node)]);
}
