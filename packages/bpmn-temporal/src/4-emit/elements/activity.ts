import type {
  Activity,
  BoundaryEvent,
  FlowNode,
  MappingEntry,
  Repeat,
} from '../../1-parse/model';
import {
  boundaryOf,
  compensates,
  compensationOf,
  startOf,
} from '../../1-parse/walk';
import { literal } from '../code';
import type { ElementContext, Field } from './context';
import { catchFields, identity, mapping, throwing } from './triggers';
import { flag, object } from './write';

/** Mappings, loop marker, boundary events and compensation, which all activities may have. */
export function activityFields(
  node: FlowNode & {
    readonly input: readonly MappingEntry[];
    readonly output: readonly MappingEntry[];
  },
  context: ElementContext,
): Field[] {
  const events = boundaryOf(context.body, node.id)
    .filter(event => !compensates(event))
    .map(event => boundary(event, context));
  const repeat = 'repeat' in node ? node.repeat : undefined;
  return [
    ['input', mapping(node.input, context)],
    ['output', mapping(node.output, context)],
    ['repeat', repeat && marker(repeat, context)],
    ['boundary', events.length ? `[${events.join(', ')}]` : undefined],
    ['compensation', compensation(node, context)],
  ];
}

/** A boundary event, or the start event of an event subprocess: what it catches, and whether it interrupts. */
export function boundary(
  event: BoundaryEvent | Extract<FlowNode, { kind: 'start' }>,
  context: ElementContext,
): string {
  return object([
    ...identity(event),
    ...(event.catches ? catchFields(event.catches, context) : []),
    ['interrupting', String(event.interrupting)],
    ['output', mapping(event.output, context)],
  ]);
}

function marker(repeat: Repeat, context: ElementContext): string {
  const { expression } = context;
  const source = (text: string | undefined) =>
    text === undefined ? undefined : expression(text);
  if (repeat.kind === 'loop')
    return object([
      ['while', source(repeat.condition)],
      ['testBefore', flag(repeat.testBefore)],
      ['maximum', source(repeat.maximum)],
    ]);
  const throws = (repeat.throws ?? []).map(({ when, throws: thrown }) =>
    object([
      [
        'when',
        typeof when === 'object'
          ? expression(when.condition)
          : when && literal(when),
      ],
      ['throws', throwing(thrown, context)],
    ]),
  );
  return object([
    ['in', expression(repeat.collection ?? repeat.cardinality ?? '')],
    ['as', repeat.element && literal(repeat.element)],
    ['sequential', flag(repeat.sequential)],
    ['until', source(repeat.until)],
    [
      'collect',
      repeat.outputCollection && repeat.outputElement
        ? object([
            ['into', literal(repeat.outputCollection)],
            ['value', expression(repeat.outputElement)],
          ])
        : undefined,
    ],
    ['throws', throws.length ? `[${throws.join(', ')}]` : undefined],
  ]);
}

/** What undoes the activity: the handler at its border, else the compensation event subprocess inside. */
function compensation(node: FlowNode, context: ElementContext): Field[1] {
  const { body } = context;
  const event = boundaryOf(body, node.id).find(compensates);
  const handler = event && body.handlers.get(event.id);
  if (event && handler !== undefined)
    return writer =>
      writer.block(
        `compensation: ${context.use('compensator')}({`,
        () => {
          writer.line(`id: ${literal(event.id)},`, event.id);
          context.writeHandler(writer, body, handler);
        },
        '}),',
      );
  const inside =
    (node as Activity).kind === 'subProcess' && 'body' in node
      ? compensationOf(node.body)
      : undefined;
  const start = inside && startOf(inside.body);
  if (!inside || !start) return undefined;
  return writer =>
    writer.block(
      `compensation: ${context.use('compensator')}({`,
      () => {
        writer.line(`id: ${literal(inside.id)},`, inside.id);
        writer.line('snapshot: true,');
        const head = `run: ${context.use('undoes')}(${literal(
          inside.id,
        )}, ${literal(inside.name)}, ${object(
          identity(start),
        )}, async scope => {`;
        writer.block(
          head,
          () => context.writeInside(writer, inside.body),
          '}),',
        );
      },
      '}),',
    );
}
