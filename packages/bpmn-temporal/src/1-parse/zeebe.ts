import { extension } from './moddle';
import type { Moddle } from './moddle';
import { add, create, drop, set } from './change';

/** Gives an element a Zeebe extension element, which the compiler reads; one of the type that is there gives way. */
export function extend(
  element: Moddle,
  type: string,
  properties: Readonly<Record<string, unknown>>,
): Moddle {
  unextend(element, type);
  const extensions =
    (element.extensionElements as Moddle | undefined) ??
    create('bpmn:ExtensionElements', element);
  set(element, 'extensionElements', extensions);
  const value = create(`zeebe:${type}`, extensions, properties);
  add(extensions, 'values', value);
  return value;
}

export function unextend(element: Moddle, type: string): boolean {
  const found = extension(element, type);
  if (found) drop(element.extensionElements as Moddle, 'values', found);
  return found !== undefined;
}

/** Adds mappings to those that the element has. */
export function map(
  element: Moddle,
  side: 'inputParameters' | 'outputParameters',
  entries: readonly { readonly source: string; readonly target: string }[],
): void {
  if (!entries.length) return;
  const mapping =
    extension(element, 'IoMapping') ?? extend(element, 'IoMapping', {});
  const type = side === 'inputParameters' ? 'zeebe:Input' : 'zeebe:Output';
  for (const entry of entries) add(mapping, side, create(type, mapping, entry));
}
