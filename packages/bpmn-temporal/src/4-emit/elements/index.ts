import type { FlowNode, Gateway } from '../../1-parse/model';
import { incoming } from '../../1-parse/walk';
import { literal } from '../code';
import type { Writer } from '../writer';
import type { Defined, Definition, ElementContext } from './context';
import { end, eventSubProcess, intermediate, start } from './events';
import { flowChoice, gateway } from './gateways';
import { started } from './started';
import { call, subProcess, task } from './tasks';
import { writeDefinition } from './write';

export type { ElementContext } from './context';

/** Writes the definition of an element: what it is, by the runtime function that runs it. */
export function writeElement(
  writer: Writer,
  constant: string,
  node: Defined,
  context: ElementContext,
): void {
  const named =
    node.kind === 'flowChoice' ? { id: node.of.id, name: node.of.name } : node;
  writeDefinition(writer, constant, named, definition(node, context));
}

function definition(node: Defined, context: ElementContext): Definition {
  switch (node.kind) {
    case 'task':
      return starting(node.id, context) === 'one'
        ? started(node, context)
        : task(node, context);
    case 'call':
      return call(node, context);
    case 'subProcess':
      return subProcess(node, context);
    case 'eventSubProcess':
      return eventSubProcess(node, context);
    case 'start':
      return start(node, context);
    case 'event':
      return starting(node.id, context) === 'one'
        ? started(node, context)
        : intermediate(node, starting(node.id, context) === 'all', context);
    case 'end':
      return end(node, context);
    case 'exclusive':
    case 'parallel':
    case 'inclusive':
    case 'complex':
    case 'eventBased':
      return gateway(node, context);
    case 'flowChoice':
      return flowChoice(node, context);
    default:
      return passed(node, context);
  }
}

function passed(node: FlowNode, context: ElementContext): Definition {
  return { maker: context.use('pass'), args: [literal(node.type)] };
}

/** How the gateway in front of an event starts the process, if it does: by one of its events, or by all. */
function starting(
  id: string,
  { body }: ElementContext,
): Gateway['instantiates'] {
  for (const { source } of incoming(body, id)) {
    const before = body.nodes.get(source);
    if (before?.kind === 'eventBased' && before.instantiates)
      return before.instantiates;
  }
  return undefined;
}
