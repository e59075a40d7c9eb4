import { at, every, is } from '../../model';
import { poolOf } from '../../pools';
import type { Rule } from '../../rule';

export const messageFlowPool: Rule = {
  code: 'BT2202',
  severity: 'error',
  title: 'A message flow stays in one pool',
  hint: 'Message flows connect two pools; use a sequence flow within one.',
  *find(parsed) {
    for (const flow of every(parsed, 'MessageFlow')) {
      const { sourceRef, targetRef } = flow;
      if (!is(sourceRef, 'BaseElement') || !is(targetRef, 'BaseElement'))
        continue;
      const pool = poolOf(parsed, sourceRef);
      if (pool && pool === poolOf(parsed, targetRef))
        yield at(flow, `Both ends of ${flow.id} are in ${pool.id}`);
    }
  },
};
