import type { Moddle } from '../../1-parse/moddle';
import { definitionsOf } from '../../1-parse/events';
import { text } from '../../1-parse/moddle';
import { feelOfCondition } from '../../1-parse/vendors/el';
import { feelError } from '../../4-emit/feel/syntax';
import { is } from '../model';
import { decide } from './decide';
import { variableOf } from './names';
import type { Repair } from './repair';
import { set } from '../../1-parse/change';

/** What FEEL says as well is said in FEEL; of any other text a job makes a decision. */
export const foreignCondition: Repair = {
  codes: ['BT1402'],
  hint: 'It was translated to FEEL. Where that can not be done, a job in front of the gateway answers which flow is taken, by name; an event waits for a variable named after it.',
  mend(tree, element) {
    if (!element) return false;
    if (is(element, 'Event')) return mendEvent(element);
    const condition = element.conditionExpression as Moddle | undefined;
    if (!condition) return false;
    if (translated(condition)) return true;
    const node = element.sourceRef;
    return is(node, 'FlowNode') && decide(tree, node as Moddle);
  },
};

function mendEvent(event: Moddle): boolean {
  for (const definition of definitionsOf(event)) {
    const condition = definition.condition as Moddle | undefined;
    if (!condition || text(condition.body).trim().startsWith('=')) continue;
    if (!translated(condition))
      set(condition, 'body', `=${variableOf(event, 'Holds')}`);
    return true;
  }
  return false;
}

function translated(condition: Moddle): boolean {
  const source = text(condition.body).trim();
  const feel =
    /feel/i.test(text(condition.language)) && !feelError(source)
      ? source
      : feelOfCondition(source);
  if (feel !== undefined) set(condition, 'body', `=${feel}`);
  return feel !== undefined;
}
