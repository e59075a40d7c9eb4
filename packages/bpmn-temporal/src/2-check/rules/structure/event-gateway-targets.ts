import type { Parsed } from '../../../1-parse';
import type { Moddle } from '../../../1-parse/moddle';
import { flowsOf } from '../../flows';
import { at, every, is, kindsOf, tell } from '../../model';
import type { Finding, Rule } from '../../rule';

export const eventGatewayTargets: Rule = {
  code: 'BT2134',
  severity: 'error',
  title: 'What follows an event-based gateway is not what it can wait for',
  hint: 'Lead it to two or more catching message, timer, signal or conditional events, or receive tasks without boundary events, each with no other incoming flow.',
  *find(parsed) {
    const flows = flowsOf(parsed);
    for (const gateway of every(parsed, 'EventBasedGateway')) {
      const targets = flows
        .outgoing(gateway)
        .map(flow => flow.targetRef)
        .filter((node): node is Moddle => is(node, 'FlowNode'));
      if (targets.length < 2)
        yield at(
          gateway,
          `${tell(gateway)} has ${targets.length} outgoing flows`,
        );
      for (const target of targets) yield* check(parsed, gateway, target);
      const messages = targets.filter(target =>
        kindsOf(target).includes('message'),
      );
      const tasks = targets.filter(target => is(target, 'ReceiveTask'));
      if (messages.length > 0 && tasks.length > 0)
        yield at(
          gateway,
          `${tell(gateway)} leads to message events and to receive tasks`,
        );
    }
  },
};

function* check(
  parsed: Parsed,
  gateway: Moddle,
  target: Moddle,
): Generator<Finding> {
  const event =
    is(target, 'IntermediateCatchEvent') &&
    kindsOf(target).every(kind => waits.includes(kind));
  if (!event && !is(target, 'ReceiveTask'))
    yield at(
      target,
      `${tell(gateway)} leads to ${tell(target)}, which does not wait`,
    );
  if (flowsOf(parsed).incoming(target).length > 1)
    yield at(target, `${tell(target)} has another incoming flow`);
  if (is(target, 'ReceiveTask'))
    for (const boundary of every(parsed, 'BoundaryEvent'))
      if (boundary.attachedToRef === target)
        yield at(
          target,
          `${tell(target)} has the boundary event ${boundary.id}`,
        );
}

const waits = ['message', 'timer', 'signal', 'conditional'];
