import type {
  BoundaryEvent,
  FlowNode,
  MappingEntry,
  Trigger,
} from '../1-parse/model';
import { boundaryOf, outgoing } from '../1-parse/model';
import type { Body } from '../1-parse/model';
import { json, literal, property } from './code';
import type { Writer } from './writer';

/** What the definitions of elements need to know of the project. */
export interface ElementContext {
  readonly body: Body;
  /** The expression for the policy of a job. */
  readonly policy: (jobType: string) => string;
  /** Notes that a runtime function is used, and answers its name. */
  readonly use: (runtimeFunction: string) => string;
  /** The block that a parallel gateway opens, with the gateway that joins it. */
  readonly blockOf: (
    forkId: string,
  ) => { readonly join: FlowNode | undefined } | undefined;
}

type Field = readonly [name: string, value: string | undefined];

/** Writes `const name = kind('Id', 'Name', { … });`. */
export function writeElement(
  writer: Writer,
  constant: string,
  node: FlowNode,
  context: ElementContext,
): void {
  const { maker, fields } = definition(node, context);
  const head = `const ${constant} = ${context.use(maker)}(${literal(
    node.id,
  )}, ${literal(node.name)}`;
  const present = fields.filter(([, value]) => value !== undefined);
  if (present.length === 0) {
    const config = configured.has(maker) ? ', {}' : '';
    writer.line(`${head}${config});`, node.id);
    return;
  }
  const flat = `${head}, { ${present
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')} });`;
  if (present.every(([name]) => name === '')) {
    writer.line(
      `${head}, ${present.map(([, value]) => value).join(', ')});`,
      node.id,
    );
  } else if (flat.length <= 110) {
    writer.line(flat, node.id);
  } else {
    writer.block(
      `${head}, {`,
      () => {
        for (const [name, value] of present) writer.line(`${name}: ${value},`);
      },
      '});',
      node.id,
    );
  }
}

/** Makers that take a configuration even if there is nothing in it. */
const configured = new Set(['userTask', 'subProcess']);

function definition(
  node: FlowNode,
  context: ElementContext,
): { maker: string; fields: Field[] } {
  switch (node.kind) {
    case 'task':
      return task(node, context);
    case 'subProcess':
      return { maker: 'subProcess', fields: activityFields(node, context) };
    case 'event':
      if (node.work.kind === 'job') return job(node, node.work, context);
      if (node.work.kind === 'catch')
        return catching(node, node.work.trigger, context);
      return passing(node);
    case 'end':
      switch (node.work.kind) {
        case 'job':
          return job(node, node.work, context);
        case 'terminate':
          return { maker: 'terminateEvent', fields: [] };
        case 'error':
          return {
            maker: 'errorEvent',
            fields: [['', literal(node.work.code)]],
          };
        default:
          return { maker: 'endEvent', fields: [] };
      }
    case 'exclusive':
      return exclusive(node, context);
    case 'parallel': {
      const block = context.blockOf(node.id);
      if (!block) return passing(node);
      const { join } = block;
      return {
        maker: 'parallelGateway',
        fields: join
          ? [
              ['', literal(join.id)],
              ['', literal(join.name)],
            ]
          : [],
      };
    }
    case 'eventBased':
      return {
        maker: 'eventGateway',
        fields: [['', eventList(node.id, context.body)]],
      };
    default:
      return passing(node);
  }
}

/** Elements that only note that the token passed. */
function passing(node: FlowNode): { maker: string; fields: Field[] } {
  return { maker: 'pass', fields: [['', literal(node.type)]] };
}

function task(
  node: Extract<FlowNode, { kind: 'task' }>,
  context: ElementContext,
): { maker: string; fields: Field[] } {
  const { work } = node;
  switch (work.kind) {
    case 'job':
      return job(node, work, context);
    case 'user':
      return {
        maker: 'userTask',
        fields: [
          ...(
            ['assignee', 'candidateGroups', 'dueDate', 'formId'] as const
          ).map((name): Field => [name, optional(work[name])]),
          ...activityFields(node, context),
        ],
      };
    case 'script':
      return {
        maker: 'script',
        fields: [
          ['type', literal(node.type)],
          ['feel', literal(work.expression)],
          ['result', literal(work.result)],
          ...activityFields(node, context),
        ],
      };
    case 'receive':
      return catching(node, work.trigger, context);
    default:
      return {
        maker: 'passTask',
        fields: [
          ['type', literal(node.type)],
          ...activityFields(node, context),
        ],
      };
  }
}

function job(
  node: Extract<FlowNode, { kind: 'task' | 'event' | 'end' }>,
  work: { jobType: string; headers: Readonly<Record<string, string>> },
  context: ElementContext,
): { maker: string; fields: Field[] } {
  return {
    maker: 'job',
    fields: [
      ['type', literal(node.type)],
      ['job', literal(work.jobType)],
      ['policy', context.policy(work.jobType)],
      [
        'headers',
        Object.keys(work.headers).length ? json(work.headers) : undefined,
      ],
      ...activityFields(node, context),
    ],
  };
}

function catching(
  node: Extract<FlowNode, { kind: 'task' | 'event' }>,
  trigger: Trigger,
  context: ElementContext,
): { maker: string; fields: Field[] } {
  return {
    maker: 'catching',
    fields: [
      ['type', literal(node.type)],
      ...triggerFields(trigger),
      ...activityFields(node, context),
    ],
  };
}

function exclusive(
  node: FlowNode,
  context: ElementContext,
): { maker: string; fields: Field[] } {
  const flows = outgoing(context.body, node.id);
  if (flows.length < 2) return passing(node);
  const defaultFlow = 'defaultFlow' in node ? node.defaultFlow : undefined;
  const asked = flows.filter(flow => flow.id !== defaultFlow);
  const pairs = asked.map(
    flow => `[${literal(flow.id)}, ${literal(flow.condition ?? '=null')}]`,
  );
  return {
    maker: 'exclusiveGateway',
    fields: [
      ['flows', `[${pairs.join(', ')}]`],
      ['otherwise', optional(defaultFlow)],
    ],
  };
}

function eventList(gatewayId: string, body: Body): string {
  const events = outgoing(body, gatewayId).flatMap(flow => {
    const node = body.nodes.get(flow.target);
    const trigger = node && triggerOfNode(node);
    return node && trigger && 'output' in node
      ? [
          object([
            ...identity(node),
            ...triggerFields(trigger),
            ['output', mapping(node.output)],
          ]),
        ]
      : [];
  });
  return `[${events.join(', ')}]`;
}

function triggerOfNode(node: FlowNode): Trigger | undefined {
  if (node.kind === 'event' && node.work.kind === 'catch')
    return node.work.trigger;
  if (node.kind === 'task' && node.work.kind === 'receive')
    return node.work.trigger;
  return undefined;
}

function activityFields(
  node: {
    id: string;
    input: readonly MappingEntry[];
    output: readonly MappingEntry[];
  },
  context: ElementContext,
): Field[] {
  const events = boundaryOf(context.body, node.id).map(boundary);
  return [
    ['input', mapping(node.input)],
    ['output', mapping(node.output)],
    ['boundary', events.length ? `[${events.join(', ')}]` : undefined],
  ];
}

function boundary(event: BoundaryEvent): string {
  const { catches } = event;
  return object([
    ...identity(event),
    ...(catches.kind === 'error'
      ? [
          [
            'error',
            catches.code === undefined ? 'undefined' : literal(catches.code),
          ] as Field,
        ]
      : [
          ...triggerFields(catches),
          ['interrupting', String(event.interrupting)] as Field,
        ]),
    ['output', mapping(event.output)],
  ]);
}

function identity(node: FlowNode): Field[] {
  return [
    ['id', literal(node.id)],
    ['name', literal(node.name)],
    ['type', literal(node.type)],
  ];
}

function triggerFields(trigger: Trigger): Field[] {
  return trigger.kind === 'timer'
    ? [['timer', `{ ${trigger.timer.form}: ${literal(trigger.timer.source)} }`]]
    : [
        ['message', literal(trigger.name)],
        ['correlationKey', literal(trigger.correlationKey)],
      ];
}

function mapping(entries: readonly MappingEntry[]): string | undefined {
  if (!entries.length) return undefined;
  return `[${entries
    .map(({ target, source }) => `[${literal(target)}, ${literal(source)}]`)
    .join(', ')}]`;
}

function object(fields: readonly Field[]): string {
  const present = fields.filter(([, value]) => value !== undefined);
  return `{ ${present
    .map(([name, value]) => `${property(name)}: ${value}`)
    .join(', ')} }`;
}

function optional(text: string | undefined): string | undefined {
  return text === undefined ? undefined : literal(text);
}
