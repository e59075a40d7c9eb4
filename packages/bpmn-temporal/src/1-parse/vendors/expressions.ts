import { set } from '../change';
import { list, text } from '../moddle';
import type { Moddle } from '../moddle';
import { feelOf, valueOf } from './el';

/** Properties that hold an expression which a run evaluates. */
const properties = [
  'conditionExpression',
  'condition',
  'timeDuration',
  'timeDate',
  'timeCycle',
  'loopCondition',
  'loopCardinality',
  'completionCondition',
  'activationCondition',
];

/** `${amount > 1000}` becomes `=amount > 1000`, wherever BPMN has an expression. */
export function expressions(element: Moddle): void {
  for (const name of properties) {
    const expression = element[name] as Moddle | undefined;
    const feel = feelOf(text(expression?.body));
    if (expression && feel !== undefined) set(expression, 'body', `=${feel}`);
  }
}

/** Names of messages and signals may be computed. */
export function names(definitions: Moddle): void {
  for (const root of list(definitions.rootElements)) {
    if (!['bpmn:Message', 'bpmn:Signal'].includes(root.$type)) continue;
    const name = valueOf(text(root.name));
    if (name !== undefined && name !== root.name) set(root, 'name', name);
  }
}
