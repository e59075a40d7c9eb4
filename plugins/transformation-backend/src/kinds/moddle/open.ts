import type { ModdleDocument } from './apply';
import type { ModdleElement } from './element';

/** The part of moddle that is used here. */
export interface Moddle {
  /** @throws Error that names line and column */
  fromXML(xml: string): Promise<{
    rootElement: ModdleElement;
    elementsById: Record<string, ModdleElement>;
  }>;
  toXML(
    element: ModdleElement,
    options: { format: boolean },
  ): Promise<{ xml: string }>;
  create(type: string, properties: object): ModdleElement;
}

/**
 * Reads XML with moddle.
 *
 * @param expression - makes an expression of a type; undefined where the type is none
 * @throws Error of moddle, which names line and column
 */
export async function openModdle(
  moddle: Moddle,
  xml: string,
  expression: ModdleDocument['expression'],
): Promise<ModdleDocument> {
  const { rootElement, elementsById } = await moddle.fromXML(xml);
  return {
    root: rootElement,
    elementsById,
    expression,
    write: async () => (await moddle.toXML(rootElement, { format: true })).xml,
  };
}
