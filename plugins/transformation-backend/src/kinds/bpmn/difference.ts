import { diff } from 'bpmn-js-differ';
import type { ElementChange } from '@ameide/plugin-transformation-common';
import { MOST_CHANGES } from '../model/difference';
import { elementsOf } from './elements';
import type { ModdleElement } from '../moddle/element';
import { parseBpmn } from './parse';
import { describeChange } from './describeChange';

/** What changed between two drawings, element by element. */
export async function differenceOfBpmn(
  before: string,
  after: string,
): Promise<ElementChange[]> {
  const [old, current] = [await parseBpmn(before), await parseBpmn(after)];
  const result = diff(old, current);
  const previous = new Map(Object.entries(elementsOf(old)));
  const now = new Map(Object.entries(elementsOf(current)));
  const of = (ids: object, change: ElementChange['change']) =>
    Object.keys(ids).map(id => ({
      ...headOf(now.get(id) ?? previous.get(id) ?? { $type: 'element', id }),
      change,
    }));
  return [
    ...of(result._added, 'added'),
    ...of(result._removed, 'removed'),
    ...of(result._changed, 'changed').map(change => ({
      ...change,
      detail: describeChange(
        previous.get(change.elementId),
        now.get(change.elementId),
      ),
    })),
    ...of(result._layoutChanged, 'moved'),
  ].slice(0, MOST_CHANGES);
}

function headOf(element: ModdleElement) {
  const type = element.$type.replace(/^\w+:/, '');
  return {
    elementId: element.id ?? '',
    elementType: type.charAt(0).toLowerCase() + type.slice(1),
    ...(element.name && { elementName: element.name }),
  };
}
