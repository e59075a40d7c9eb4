import { set } from '../change';
import { text } from '../moddle';
import { extend } from '../zeebe';
import type { Carry } from './carry';
import { feelOf } from './el';

/** A script in FEEL, or in what can be translated to it; any other one is a job to be written. */
export const scripts: Carry = {
  types: ['scriptTask'],
  carry(said) {
    const { element } = said;
    const variable = said.attribute('resultVariable');
    const source = text(element.script).trim();
    const format = text(element.scriptFormat).toLowerCase();
    const feel = format === 'feel' ? source : feelOf(source);
    if (variable && feel && ['feel', 'juel', 'el'].includes(format)) {
      extend(element, 'Script', {
        expression: `=${feel.replace(/^=/, '')}`,
        resultVariable: variable,
      });
      set(element, 'script', undefined);
      said.take('resultVariable');
    }
    said.take('autoStoreVariables');
  },
};
