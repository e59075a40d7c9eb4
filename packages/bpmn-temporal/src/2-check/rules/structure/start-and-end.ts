import { list } from '../../../1-parse/moddle';
import type { Moddle } from '../../../1-parse/moddle';
import { at, containers, is, tell } from '../../model';
import type { Rule } from '../../rule';

export const startAndEnd: Rule = {
  code: 'BT2125',
  severity: 'error',
  title: 'There are start events but no end event, or the other way round',
  hint: 'Draw both, or neither.',
  *find(parsed) {
    for (const container of containers(parsed)) {
      if (is(container, 'AdHocSubProcess')) continue;
      const nodes = list(container.flowElements);
      const starts = nodes.filter(node => is(node, 'StartEvent'));
      const ends = nodes.filter(node => is(node, 'EndEvent'));
      if (starts.length > 0 && ends.length === 0)
        yield at(container, `${tell(container)} has no end event`);
      if (ends.length > 0 && starts.length === 0 && !nodes.some(instantiates))
        yield at(container, `${tell(container)} has no start event`);
    }
  },
};

/** What starts an instance in place of a start event. */
function instantiates(node: Moddle): boolean {
  return node.instantiate === true;
}
