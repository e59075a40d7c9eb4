import { text } from '../moddle';
import type { Moddle } from '../moddle';
import { extend } from '../zeebe';
import type { Carry } from './carry';
import { feelOf } from './el';

/** For each entry of a collection. */
export const loops: Carry = {
  types: ['multiInstanceLoopCharacteristics'],
  carry(said) {
    const { element } = said;
    const collection = said.attribute('collection');
    const feel =
      collection && /^[\w.]+$/.test(collection)
        ? collection
        : feelOf(collection ?? '');
    const variable = said.attribute('elementVariable');
    if (feel === undefined) return;
    extend(element, 'LoopCharacteristics', {
      inputCollection: `=${feel}`,
      ...(variable ? { inputElement: variable } : {}),
    });
    said.take('collection', 'elementVariable');
  },
};

/** Activiti names the variable where the standard refers to a data object. */
export function namedCollection(
  loop: Moddle,
  property: string,
  value: string,
): boolean {
  const feel = /^[\w.]+$/.test(value) ? value : feelOf(value);
  if (!/loopDataInputRef$/.test(property) || feel === undefined) return false;
  const item = loop.inputDataItem as Moddle | undefined;
  extend(loop, 'LoopCharacteristics', {
    inputCollection: `=${feel}`,
    ...(text(item?.name) ? { inputElement: text(item?.name) } : {}),
  });
  return true;
}
