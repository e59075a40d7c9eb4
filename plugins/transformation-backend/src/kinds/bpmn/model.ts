import type { BpmnModel } from '@ameide/plugin-transformation-common';
import type { ModdleElement } from '../moddle/element';
import { elementsOf } from './elements';

/** What a drawing consists of, process by process. */
export function modelOfBpmn(definitions: ModdleElement): BpmnModel {
  const roots = (definitions.rootElements as ModdleElement[] | undefined) ?? [];
  return {
    processes: roots
      .filter(({ $type }) => $type === 'bpmn:Process')
      .map(process => ({
        ...headOf(process),
        elements: Object.values(elementsOf(process))
          .filter(element => element !== process)
          .map(element => ({
            ...headOf(element),
            type: typeOf(element),
            ...documented(element),
          })),
      })),
  };
}

/** `bpmn:UserTask` is called `userTask`. */
export function typeOf({ $type }: ModdleElement): string {
  const type = $type.replace(/^\w+:/, '');
  return type.charAt(0).toLowerCase() + type.slice(1);
}

function headOf({ id, name }: ModdleElement) {
  return { id: id ?? '', ...(name && { name }) };
}

function documented({ documentation }: ModdleElement) {
  const texts = ((documentation as ModdleElement[] | undefined) ?? []).map(
    ({ text }) => String(text ?? ''),
  );
  return texts.length ? { documentation: texts.join('\n') } : {};
}
