import type { FlowNode, Gateway } from '../../1-parse/model';
import { incoming, outgoing } from '../../1-parse/walk';
import type { FlowChoice } from '../../3-structure/statements';
import { literal } from '../code';
import type { Definition, ElementContext, Field } from './context';
import { catchFields, identity, mapping } from './triggers';
import { object, optional } from './write';

export function gateway(node: Gateway, context: ElementContext): Definition {
  const { use, blockOf, body } = context;
  const several = outgoing(body, node.id).length > 1;
  const block = blockOf(node.id);
  const passing = { maker: use('pass'), args: [literal(node.type)] };
  switch (node.kind) {
    case 'exclusive':
      if (!several) return passing;
      return {
        maker: use('exclusiveGateway'),
        fields: flowFields(node, node.defaultFlow, context),
      };
    case 'eventBased':
      if (node.instantiates !== 'all')
        return {
          maker: use('eventGateway'),
          args: [eventList(node.id, context)],
        };
      return block
        ? { maker: use('parallelGateway'), args: joinOf(block.join) }
        : passing;
    case 'parallel':
      return block
        ? { maker: use('parallelGateway'), args: joinOf(block.join) }
        : passing;
    default:
      return inclusive(node, several, passing, context);
  }
}

function inclusive(
  node: Gateway,
  several: boolean,
  passing: Definition,
  context: ElementContext,
): Definition {
  const { use, blockOf, body } = context;
  const block = blockOf(node.id);
  const flows = flowFields(node, node.defaultFlow, context);
  const type: Field = [
    'type',
    node.kind === 'inclusive' ? undefined : literal(node.type),
  ];
  if (node.kind === 'complex' && incoming(body, node.id).length > 1)
    return {
      maker: use('complexGateway'),
      fields: [
        [
          'activation',
          node.activation === undefined
            ? undefined
            : context.expression(node.activation),
        ],
        ...flows,
      ],
    };
  if (!several) return passing;
  if (!block) return { maker: use('inclusiveSplit'), fields: [type, ...flows] };
  const { join } = block;
  return {
    maker: use('inclusiveGateway'),
    fields: [type, ...flows],
    after: joinOf(join),
  };
}

/** Conditions on the flows that leave an activity or event. */
export function flowChoice(
  { id, of, exclusive }: FlowChoice,
  context: ElementContext,
): Definition {
  const { use } = context;
  const defaultFlow = 'defaultFlow' in of ? of.defaultFlow : undefined;
  const fields: Field[] = [
    ...flowFields(of, defaultFlow, context),
    ['implied', 'true'],
  ];
  if (exclusive) return { maker: use('exclusiveGateway'), fields };
  const block = context.blockOf(id);
  if (!block) return { maker: use('inclusiveSplit'), fields };
  return {
    maker: use('inclusiveGateway'),
    fields,
    after: joinOf(block.join),
  };
}

function joinOf(join: FlowNode | undefined): string[] {
  if (!join) return [];
  const type =
    join.type === 'parallelGateway' || join.type === 'inclusiveGateway'
      ? []
      : [literal(join.type)];
  return [literal(join.id), literal(join.name), ...type];
}

function flowFields(
  node: FlowNode,
  defaultFlow: string | undefined,
  { body, expression }: ElementContext,
): Field[] {
  const pairs = outgoing(body, node.id)
    .filter(flow => flow.id !== defaultFlow)
    .map(flow =>
      flow.condition === undefined
        ? `[${literal(flow.id)}]`
        : `[${literal(flow.id)}, ${expression(flow.condition)}]`,
    );
  return [
    ['flows', `[${pairs.join(', ')}]`],
    ['otherwise', optional(defaultFlow)],
  ];
}

/** The events that an event-based gateway waits for, in the order of its flows. */
function eventList(gatewayId: string, context: ElementContext): string {
  const { body } = context;
  const events = outgoing(body, gatewayId).flatMap(flow => {
    const node = body.nodes.get(flow.target);
    const catches = node && catchesOf(node);
    return node && catches && 'output' in node
      ? [
          object([
            ...identity(node),
            ...catchFields(catches, context),
            ['output', mapping(node.output, context)],
          ]),
        ]
      : [];
  });
  return `[${events.join(', ')}]`;
}

function catchesOf(node: FlowNode) {
  if (node.kind === 'event' && node.work.kind === 'catch')
    return node.work.catches;
  if (node.kind === 'task' && node.work.kind === 'receive')
    return node.work.catches;
  return undefined;
}
