import { elementsOf } from './elements';
import { parseBpmn, type ModdleElement } from './parse';

/** The zeebe:property that binds an element of a drawing to an entity of the catalog. */
const COMPONENT_PROPERTY = 'ameide.io/component';

/** Entity references that the elements of a drawing are bound to. */
export async function referencesOfBpmn(xml: string): Promise<string[]> {
  const elements = Object.values(elementsOf(await parseBpmn(xml)));
  return [...new Set(elements.flatMap(bindingsOf))].sort();
}

function bindingsOf(element: ModdleElement): string[] {
  const extensions = element.extensionElements as
    | { values?: ModdleElement[] }
    | undefined;
  return (extensions?.values ?? [])
    .filter(({ $type }) => $type === 'zeebe:Properties')
    .flatMap(({ properties }) => (properties as ModdleElement[]) ?? [])
    .filter(({ name }) => name === COMPONENT_PROPERTY)
    .map(({ value }) => String(value));
}
