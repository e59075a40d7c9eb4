import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import type { ModdleDocument } from '../moddle/apply';
import type { ModdleElement } from '../moddle/element';
import { openModdle, type Moddle } from '../moddle/open';

/** One for all drawings: what it learns of the types takes longer than reading most of them. */
const moddle = new BpmnModdle({ zeebe }) as unknown as Moddle;

/** Reads BPMN 2.0 XML. @throws Error of moddle, which names line and column */
export function openBpmn(xml: string): Promise<ModdleDocument> {
  return openModdle(moddle, xml, (type, body) =>
    type === 'bpmn:Expression'
      ? moddle.create('bpmn:FormalExpression', { body })
      : undefined,
  );
}

/** The definitions of a drawing. @throws Error of moddle, which names line and column */
export async function parseBpmn(xml: string): Promise<ModdleElement> {
  return (await openBpmn(xml)).root;
}
