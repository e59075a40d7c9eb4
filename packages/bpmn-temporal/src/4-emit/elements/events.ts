import type {
  EndEvent,
  EventSubProcess,
  IntermediateEvent,
  StartEvent,
} from '../../1-parse/model';
import { startOf } from '../../1-parse/walk';
import { literal } from '../code';
import { activityFields, boundary } from './activity';
import type { Definition, ElementContext, Field } from './context';
import { job } from './tasks';
import { started } from './started';
import { catchFields, throwing } from './triggers';

export function start(node: StartEvent, context: ElementContext): Definition {
  if (!node.catches?.all) return started(node, context);
  return {
    maker: context.use('catching'),
    fields: [
      ['type', literal(node.type)],
      ['starts', 'true'],
      ...catchFields(node.catches, context),
    ],
  };
}

export function intermediate(
  node: IntermediateEvent,
  starts: boolean,
  context: ElementContext,
): Definition {
  const { work } = node;
  switch (work.kind) {
    case 'throw':
      return thrown(node, work.throws, context);
    case 'catch':
      return {
        maker: context.use('catching'),
        fields: [
          ['type', literal(node.type)],
          ['starts', starts ? 'true' : undefined],
          ...catchFields(work.catches, context),
          ...activityFields(node, context),
        ],
      };
    default:
      return { maker: context.use('pass'), args: [literal(node.type)] };
  }
}

export function end(node: EndEvent, context: ElementContext): Definition {
  const [only, ...more] = node.throws;
  if (!only) return { maker: context.use('endEvent') };
  if (more.length === 0 && only.kind === 'terminate')
    return { maker: context.use('terminateEvent') };
  if (more.length === 0 && only.kind === 'error')
    return { maker: context.use('errorEvent'), args: [literal(only.code)] };
  return thrown(node, node.throws, context);
}

/** A single message is a job like any other; what ends the token is thrown last. */
function thrown(
  node: IntermediateEvent | EndEvent,
  throws: EndEvent['throws'],
  context: ElementContext,
): Definition {
  const fields = activityFields(node, context);
  const [only, ...more] = throws;
  if (only?.kind === 'job' && more.length === 0)
    return job(node, only, fields, context);
  const ordered = [
    ...throws.filter(({ kind }) => !ending.includes(kind)),
    ...throws.filter(({ kind }) => ending.includes(kind)),
  ].map(one => throwing(one, context));
  return {
    maker: context.use('throwEvent'),
    fields: [
      ['type', literal(node.type)],
      ['throws', `[${ordered.join(', ')}]`],
      ...fields,
    ],
  };
}

const ending: readonly string[] = ['error', 'cancel', 'terminate'];

export function eventSubProcess(
  node: EventSubProcess,
  context: ElementContext,
): Definition {
  const event = startOf(node.body);
  const fields: Field[] = event ? [['event', boundary(event, context)]] : [];
  return {
    maker: context.use('eventSubProcess'),
    fields: [...fields, ...activityFields(node, context)],
  };
}
