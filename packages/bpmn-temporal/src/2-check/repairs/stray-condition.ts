import type { Moddle } from '../../1-parse/moddle';
import { is } from '../model';
import { decide } from './decide';
import { addFlow, addNode, outgoing, setSource } from './flows';
import type { Repair } from './repair';
import { set } from '../../1-parse/change';

/** Several conditional flows behind an event are a choice that lacks its gateway; any other condition says nothing. */
export const strayCondition: Repair = {
  codes: ['BT1210', 'BT2110', 'BT2111'],
  hint: 'The condition was left out; behind an event with several flows an exclusive gateway was drawn.',
  mend(tree, flow) {
    const node = flow?.sourceRef as Moddle | undefined;
    if (!flow || !node || !flow.conditionExpression) return false;
    // mended already: the gateway that was drawn for another of the flows chooses
    const flows = outgoing(node);
    if (choosing.some(kind => is(node, kind)) && flows.length > 1) return false;
    if (!is(node, 'Event') || flows.length < 2) {
      set(flow, 'conditionExpression', undefined);
      return true;
    }
    const gateway = addNode('bpmn:ExclusiveGateway', node, {
      id: tree.freshId(`${node.id}_choice`),
    });
    for (const one of flows) setSource(one, gateway);
    addFlow(tree, node, gateway);
    return true;
  },
};

const choosing = ['ExclusiveGateway', 'InclusiveGateway', 'ComplexGateway'];

/** A condition that is a number or a text decides nothing. */
export const constantCondition: Repair = {
  codes: ['BT2124'],
  hint: 'A job in front of the gateway answers which flow is taken, by name; elsewhere the condition was left out.',
  mend(tree, element) {
    if (!element) return false;
    if (is(element, 'SequenceFlow')) {
      const node = element.sourceRef;
      return is(node, 'FlowNode') && decide(tree, node as Moddle);
    }
    const loop = element.loopCharacteristics as Moddle | undefined;
    for (const holder of [element, loop])
      for (const name of conditions)
        if (holder?.[name]) set(holder, name, undefined);
    return true;
  },
};

const conditions = [
  'loopCondition',
  'completionCondition',
  'condition',
  'activationCondition',
];
