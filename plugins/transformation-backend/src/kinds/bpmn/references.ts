import { elementsOf } from './elements';
import type { ModdleElement } from '../moddle/element';

/** The zeebe:property that binds an element of a drawing to an entity of the catalog. */
const COMPONENT_PROPERTY = 'ameide.io/component';

/** Entity references that the elements of a drawing are bound to. */
export function referencesOfBpmn(definitions: ModdleElement): string[] {
  const elements = Object.values(elementsOf(definitions));
  return [...new Set(elements.flatMap(bindingsOf))].sort();
}

/** Entity references that an element is bound to. */
export function bindingsOf(element: ModdleElement): string[] {
  const extensions = element.extensionElements as
    | { values?: ModdleElement[] }
    | undefined;
  return (extensions?.values ?? [])
    .filter(({ $type }) => $type === 'zeebe:Properties')
    .flatMap(({ properties }) => (properties as ModdleElement[]) ?? [])
    .filter(({ name }) => name === COMPONENT_PROPERTY)
    .map(({ value }) => String(value));
}
