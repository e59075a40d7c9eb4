import type { ModdleElement } from '../moddle/element';

/** All elements below one that have an id, by it. */
export function elementsOf(
  element: ModdleElement,
): Record<string, ModdleElement> {
  const found: Record<string, ModdleElement> = {};
  const visit = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null && '$type' in value) {
      const child = value as ModdleElement;
      if (child.id) {
        if (found[child.id]) return;
        found[child.id] = child;
      }
      Object.values(child).forEach(visit);
    }
  };
  visit(element);
  return found;
}
