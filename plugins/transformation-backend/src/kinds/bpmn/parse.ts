import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';

/** What moddle makes of an element; its other properties are those of the BPMN meta model. */
export interface ModdleElement {
  $type: string;
  id?: string;
  name?: string;
  [property: string]: unknown;
}

/**
 * Parses BPMN 2.0 XML.
 *
 * @throws Error of moddle, which names line and column
 */
export async function parseBpmn(xml: string): Promise<ModdleElement> {
  const moddle = new BpmnModdle({ zeebe });
  const { rootElement } = await moddle.fromXML(xml);
  return rootElement as unknown as ModdleElement;
}
