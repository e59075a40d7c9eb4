import { list } from '../../1-parse/moddle';
import type { Moddle } from '../../1-parse/moddle';
import { is, kindsOf } from '../model';
import {
  addFlow,
  addNode,
  incoming,
  outgoing,
  remove,
  setSource,
} from './flows';
import { nameOf } from './names';
import type { Repair } from './repair';
import { add, set } from '../../1-parse/change';
import { rootNamed } from './tree';
import type { Tree } from './tree';

/** Which of several starts it is has to be told: by a message in a process, by a choice in a subprocess. */
export const startEvents: Repair = {
  codes: ['BT1206', 'BT2117', 'BT2118'],
  hint: 'Further start events of a process wait for a message named after them; in a subprocess a choice follows one start event; an event subprocess waits for such a message.',
  mend(tree, element, { code }) {
    const container = is(element, 'StartEvent') ? element?.$parent : element;
    if (!container || !element) return false;
    if (container.triggeredByEvent === true)
      return eventSubprocess(tree, container);
    if (is(container, 'SubProcess')) return subprocess(tree, container);
    if (code === 'BT2118') set(element, 'eventDefinitions', undefined);
    else trigger(tree, element);
    return true;
  },
};

function startsIn(container: Moddle): Moddle[] {
  return list(container.flowElements).filter(node => is(node, 'StartEvent'));
}

function trigger(tree: Tree, start: Moddle): void {
  const definition = tree.create('bpmn:MessageEventDefinition', start, {
    messageRef: rootNamed(tree, 'Message', nameOf(start)),
  });
  set(start, 'eventDefinitions', [definition]);
}

/** The one token of a subprocess takes one of the ways. */
function subprocess(tree: Tree, container: Moddle): boolean {
  const [first, ...others] = startsIn(container);
  if (!first) return false;
  set(first, 'eventDefinitions', undefined);
  if (others.length) join(tree, first, others);
  return true;
}

function join(tree: Tree, first: Moddle, others: readonly Moddle[]): void {
  const gateway = addNode('bpmn:ExclusiveGateway', first, {
    id: tree.freshId(`${first.id}_choice`),
  });
  for (const start of [first, ...others])
    for (const flow of outgoing(start)) {
      if (!flow.name && start.name) set(flow, 'name', start.name);
      setSource(flow, gateway);
    }
  for (const start of others) remove(start);
  addFlow(tree, first, gateway);
}

const allowed = [
  'message',
  'timer',
  'conditional',
  'signal',
  'escalation',
  'error',
  'compensate',
];

function eventSubprocess(tree: Tree, container: Moddle): boolean {
  const [first = missing(tree, container), ...others] = startsIn(container);
  if (!first) {
    // nothing is in it that an event could start
    set(container, 'triggeredByEvent', undefined);
    return true;
  }
  for (const other of others)
    for (const definition of list(other.eventDefinitions)) {
      set(definition, '$parent', first);
      add(first, 'eventDefinitions', definition);
    }
  if (others.length) {
    join(tree, first, others);
    // to undo is nothing that one waits for, and so not one event among others
    const awaited = list(first.eventDefinitions).filter(
      definition => !is(definition, 'CompensateEventDefinition'),
    );
    set(first, 'eventDefinitions', awaited);
  }
  const kinds = kindsOf(first);
  if (!kinds.length || kinds.some(kind => !allowed.includes(kind)))
    trigger(tree, first);
  else if (kinds.some(kind => ['error', 'compensate'].includes(kind)))
    set(first, 'isInterrupting', true);
  return true;
}

/** A start event in front of everything that nothing leads to. */
function missing(tree: Tree, container: Moddle): Moddle | undefined {
  const roots = list(container.flowElements).filter(
    node =>
      is(node, 'FlowNode') &&
      !is(node, 'BoundaryEvent') &&
      node.triggeredByEvent !== true &&
      incoming(node).length === 0,
  );
  const [root] = roots;
  if (!root) return undefined;
  const start = addNode('bpmn:StartEvent', root, {
    id: tree.freshId(`${container.id}_start`),
    name: container.name,
  });
  for (const node of roots) addFlow(tree, start, node);
  return start;
}
