import type { Moddle } from '../../1-parse/moddle';
import { list } from '../../1-parse/moddle';
import { is, kindsOf } from '../model';
import { incoming, outgoing, retype } from './flows';
import type { Repair } from './repair';

/** A gateway that waits for no events decides by data. */
export const eventGateway: Repair = {
  codes: ['BT1211', 'BT2134'],
  hint: 'It became an exclusive gateway, in front of which a job answers the flow that is taken, by name.',
  mend(_tree, element) {
    if (!element) return false;
    const gateways = is(element, 'EventBasedGateway')
      ? [element]
      : incoming(element)
          .map(flow => flow.sourceRef)
          .filter((node): node is Moddle => is(node, 'EventBasedGateway'));
    const wrong = gateways.filter(node => !waits(node));
    for (const gateway of wrong) retype(gateway, 'bpmn:ExclusiveGateway', []);
    return wrong.length > 0;
  },
};

const events = ['message', 'timer', 'signal', 'conditional'];

/** Messages may be got by events and by tasks behind the same gateway: they are told apart by their names. */
function waits(gateway: Moddle): boolean {
  const targets = outgoing(gateway)
    .map(flow => flow.targetRef)
    .filter((node): node is Moddle => is(node, 'FlowNode'));
  return targets.length > 1 && targets.every(isAwaited);
}

function isAwaited(node: Moddle): boolean {
  if (incoming(node).length > 1) return false;
  const bounded = list(node.$parent?.flowElements).some(
    ({ attachedToRef }) => attachedToRef === node,
  );
  if (bounded) return false;
  if (is(node, 'ReceiveTask')) return true;
  const kinds = kindsOf(node);
  return (
    is(node, 'IntermediateCatchEvent') &&
    kinds.length > 0 &&
    kinds.every(kind => events.includes(kind))
  );
}
