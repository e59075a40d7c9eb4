import type { Moddle } from '../../1-parse/moddle';
import { is } from '../model';
import { incoming, outgoing, remove } from './flows';
import type { Repair } from './repair';
import { add, set } from '../../1-parse/change';

/** A flow from the event to its handler means the association; an event without a handler undoes nothing. */
export const compensationHandler: Repair = {
  codes: ['BT2128'],
  hint: 'The activity that it leads to undoes; without one the event was left out.',
  mend(tree, event) {
    if (!event) return false;
    const associated = tree
      .all('Association')
      .flatMap(({ sourceRef, targetRef }) => {
        if (sourceRef === event) return [targetRef];
        return targetRef === event ? [sourceRef] : [];
      });
    const reached = outgoing(event).map(flow => flow.targetRef);
    const handler = [...associated, ...reached].find(node =>
      is(node, 'Activity'),
    ) as Moddle | undefined;
    if (!handler || handler.$parent !== event.$parent) {
      remove(event);
      return true;
    }
    for (const flow of outgoing(event)) remove(flow);
    set(handler, 'isForCompensation', true);
    if (!associated.includes(handler)) associate(event, handler, tree.create);
    return associated.filter(node => is(node, 'Activity')).length < 2;
  },
};

function associate(
  event: Moddle,
  handler: Moddle,
  create: (
    type: string,
    parent: Moddle,
    properties: Readonly<Record<string, unknown>>,
  ) => Moddle,
): void {
  const container = event.$parent as Moddle;
  add(
    container,
    'artifacts',
    create('bpmn:Association', container, {
      sourceRef: event,
      targetRef: handler,
    }),
  );
}

/** Neither what undoes nor what an event starts stands in the flow. */
export const outsideFlow: Repair = {
  codes: ['BT2129', 'BT2108'],
  hint: 'The flow was left out; an event subprocess without a trigger became an ordinary one.',
  mend(_tree, activity) {
    if (!activity) return false;
    if (activity.triggeredByEvent === true && !isTriggered(activity))
      set(activity, 'triggeredByEvent', false);
    else
      for (const flow of [...incoming(activity), ...outgoing(activity)])
        remove(flow);
    return true;
  },
};

function isTriggered(subprocess: Moddle): boolean {
  return ((subprocess.flowElements ?? []) as Moddle[]).some(
    node =>
      is(node, 'StartEvent') &&
      ((node.eventDefinitions ?? []) as Moddle[]).length > 0,
  );
}
