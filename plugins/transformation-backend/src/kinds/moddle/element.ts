/** What moddle makes of an element; its other properties are those of the meta model. */
export interface ModdleElement {
  $type: string;
  $parent?: ModdleElement;
  id?: string;
  name?: string;
  [property: string]: unknown;
}

export function isModdleElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}

/** The children of an element, by the property that they stand in. */
export function childrenOf(
  element: ModdleElement,
): { property: string; child: ModdleElement }[] {
  return Object.entries(element)
    .filter(([property]) => !property.startsWith('$'))
    .flatMap(([property, value]) =>
      [value]
        .flat()
        .filter(isModdleElement)
        .map(child => ({ property, child })),
    );
}
