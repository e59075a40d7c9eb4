import { text } from '../../../1-parse/moddle';
import type { Moddle } from '../../../1-parse/moddle';
import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const loopNumber: Rule = {
  code: 'BT2138',
  severity: 'error',
  title: 'The number of instances or iterations is no whole number',
  hint: 'Write a whole number that is not negative, or an expression that answers one.',
  *find(parsed) {
    for (const loop of every(parsed, 'MultiInstanceLoopCharacteristics')) {
      const cardinality = loop.loopCardinality as Moddle | undefined;
      const value = text(cardinality?.body).replace(/^\s*=?\s*|\s+$/g, '');
      if (constant.test(value) && !/^\d+$/.test(value))
        yield at(loop, `The number of ${tell(loop)} is ${value}`);
    }
    for (const loop of every(parsed, 'StandardLoopCharacteristics'))
      if (loop.loopMaximum !== undefined && !(Number(loop.loopMaximum) >= 0))
        yield at(
          loop,
          `The maximum of ${tell(loop)} is ${String(loop.loopMaximum)}`,
        );
  },
};

/** A number, a string or a truth value, and nothing else. */
const constant = /^(?:[+-]?\d+(?:\.\d+)?|"[^"]*"|true|false)$/;
