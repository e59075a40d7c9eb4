import type {
  Catch,
  FlowNode,
  MappingEntry,
  Throw,
  Trigger,
} from '../../1-parse/model';
import { json, literal } from '../code';
import type { ElementContext } from './context';
import { object, optional } from './write';

type Pair = readonly [name: string, value: string | undefined];
type Context = Pick<ElementContext, 'expression' | 'policy'>;

/** What an event waits for, as fields of its definition. */
export function catchFields(catches: Catch, context: Context): Pair[] {
  const [only, ...more] = catches.triggers;
  if (only && more.length === 0) return triggerFields(only, context);
  const parts = catches.triggers.map(trigger =>
    object(triggerFields(trigger, context)),
  );
  return [[catches.all ? 'allOf' : 'anyOf', `[${parts.join(', ')}]`]];
}

function triggerFields(trigger: Trigger, { expression }: Context): Pair[] {
  switch (trigger.kind) {
    case 'timer': {
      const { form, source } = trigger.timer;
      return [['timer', `{ ${form}: ${expression(source)} }`]];
    }
    case 'message':
      return [
        ['message', expression(trigger.name)],
        [
          'correlationKey',
          trigger.correlationKey
            ? expression(trigger.correlationKey)
            : undefined,
        ],
      ];
    case 'signal':
      return [['signal', expression(trigger.name)]];
    case 'conditional':
      return [['condition', expression(trigger.condition)]];
    case 'error':
    case 'escalation':
      return [
        [
          trigger.kind,
          trigger.code === undefined ? 'undefined' : literal(trigger.code),
        ],
      ];
    case 'cancel':
      return [['cancel', 'true']];
    default:
      return [];
  }
}

/** What an event throws, as an object of its definition. */
export function throwing(thrown: Throw, context: Context): string {
  switch (thrown.kind) {
    case 'job':
      return object([
        ['job', literal(thrown.jobType)],
        ['policy', context.policy(thrown.jobType)],
        [
          'headers',
          Object.keys(thrown.headers).length ? json(thrown.headers) : undefined,
        ],
      ]);
    case 'signal':
      return object([['signal', context.expression(thrown.name)]]);
    case 'escalation':
      return object([['escalation', literal(thrown.code)]]);
    case 'compensation':
      return object([
        ['compensation', optional(thrown.activityId) ?? 'undefined'],
      ]);
    case 'error':
      return object([['error', literal(thrown.code)]]);
    case 'cancel':
      return object([['cancel', 'true']]);
    default:
      return object([['terminate', 'true']]);
  }
}

export function identity(node: FlowNode): Pair[] {
  return [
    ['id', literal(node.id)],
    ['name', literal(node.name)],
    ['type', literal(node.type)],
  ];
}

export function mapping(
  entries: readonly MappingEntry[],
  { expression }: Pick<ElementContext, 'expression'>,
): string | undefined {
  if (!entries.length) return undefined;
  return `[${entries
    .map(({ target, source }) => `[${literal(target)}, ${expression(source)}]`)
    .join(', ')}]`;
}
