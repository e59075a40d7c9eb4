import { definitionsOf } from '../../../1-parse/events';
import { list } from '../../../1-parse/moddle';
import type { Moddle } from '../../../1-parse/moddle';
import { at, every, is, tell } from '../../model';
import type { Rule } from '../../rule';

/** What has completed is undone in one way (10.7.1): two of them would have no order. */
export const compensationEventSubprocesses: Rule = {
  code: 'BT2141',
  severity: 'error',
  title: 'Several event subprocesses compensate one subprocess',
  hint: 'Draw what they do in one of them.',
  *find(parsed) {
    for (const scope of every(parsed, 'FlowElementsContainer'))
      for (const further of list(scope.flowElements)
        .filter(compensates)
        .slice(1))
        yield at(
          further,
          `${tell(further)} is not the only one that compensates ${tell(
            scope,
          )}`,
        );
  },
};

function compensates(element: Moddle): boolean {
  return (
    is(element, 'SubProcess') &&
    element.triggeredByEvent === true &&
    list(element.flowElements).some(
      start =>
        is(start, 'StartEvent') &&
        definitionsOf(start).some(one => is(one, 'CompensateEventDefinition')),
    )
  );
}
