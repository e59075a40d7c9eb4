import { extension } from '../../../1-parse/moddle';
import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const loopCount: Rule = {
  code: 'BT2123',
  severity: 'error',
  title: 'Nothing says how many instances a multi-instance activity has',
  hint: 'Give it <zeebe:loopCharacteristics inputCollection="=…" />, a loopCardinality or a loopDataInputRef.',
  *find(parsed) {
    for (const loop of every(parsed, 'MultiInstanceLoopCharacteristics'))
      if (
        !loop.loopCardinality &&
        !loop.loopDataInputRef &&
        !extension(loop, 'LoopCharacteristics')
      )
        yield at(loop, `${tell(loop)} has neither a number nor a collection`);
  },
};
