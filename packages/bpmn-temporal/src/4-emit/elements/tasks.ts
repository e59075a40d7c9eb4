import type {
  CallActivity,
  JobWork,
  SubProcess,
  Task,
} from '../../1-parse/model';
import type { FlowNode } from '../../1-parse/model';
import { json, literal } from '../code';
import { activityFields } from './activity';
import type { Definition, ElementContext, Field } from './context';
import { started } from './started';
import { catchFields } from './triggers';
import { flag, object } from './write';

export function task(node: Task, context: ElementContext): Definition {
  const { work } = node;
  const type: Field = ['type', literal(node.type)];
  const fields = activityFields(node, context);
  switch (work.kind) {
    case 'job':
      return job(node, work, fields, context);
    case 'user':
      return {
        maker: context.use('userTask'),
        configured: true,
        fields: [
          ...userFields.map(
            (name): Field => [
              name,
              work[name] === undefined
                ? undefined
                : context.expression(work[name]),
            ],
          ),
          [
            'formId',
            work.formId === undefined ? undefined : literal(work.formId),
          ],
          ['answers', answers(context.answersOf(node.id))],
          ...fields,
        ],
      };
    case 'script':
      return {
        maker: context.use('script'),
        fields: [
          type,
          ['feel', context.expression(`=${work.expression}`)],
          ['result', literal(work.result)],
          ...fields,
        ],
      };
    case 'decision':
      return {
        maker: context.use('decision'),
        fields: [
          type,
          [
            'decide',
            `${context.use('decisions')}[${literal(work.decisionId)}]`,
          ],
          ['result', literal(work.result)],
          ...fields,
        ],
      };
    case 'receive':
      if (work.instantiates) return started(node, context);
      return {
        maker: context.use('catching'),
        fields: [type, ...catchFields(work.catches, context), ...fields],
      };
    default:
      return { maker: context.use('passTask'), fields: [type, ...fields] };
  }
}

function answers(types: Readonly<Record<string, string>>): string | undefined {
  return Object.keys(types).length ? json(types) : undefined;
}

const userFields = [
  'assignee',
  'candidateGroups',
  'candidateUsers',
  'dueDate',
  'followUpDate',
  'priority',
] as const;

/** A task or event that a worker does. */
export function job(
  node: FlowNode,
  work: JobWork,
  fields: readonly Field[],
  context: ElementContext,
): Definition {
  return {
    maker: context.use('job'),
    fields: [
      ['type', literal(node.type)],
      ['job', literal(work.jobType)],
      ['policy', context.policy(work.jobType)],
      ['alone', flag(context.isAlone(node.id))],
      [
        'headers',
        Object.keys(work.headers).length ? json(work.headers) : undefined,
      ],
      ...fields,
    ],
  };
}

export function call(node: CallActivity, context: ElementContext): Definition {
  const { binding } = node;
  const known = node.process.startsWith('=')
    ? [...context.workflows]
    : [...context.workflows].filter(([id]) => id === node.process);
  return {
    maker: context.use('callActivity'),
    fields: [
      ['process', context.expression(node.process)],
      ['workflows', json(Object.fromEntries(known))],
      [
        'binding',
        binding.kind === 'deployment' ? literal(binding.kind) : undefined,
      ],
      [
        'versionTag',
        binding.kind === 'versionTag' ? literal(binding.versionTag) : undefined,
      ],
      ['allVariables', node.propagateAllParentVariables ? undefined : 'false'],
      ['allResults', node.propagateAllChildVariables ? undefined : 'false'],
      ...activityFields(node, context),
    ],
  };
}

export function subProcess(
  node: SubProcess,
  context: ElementContext,
): Definition {
  const { adHoc } = node;
  const fields = activityFields(node, context);
  if (!adHoc)
    return {
      maker: context.use('subProcess'),
      configured: true,
      fields: [['transaction', flag(node.transaction)], ...fields],
    };
  const source = (text: string | undefined) =>
    text === undefined ? undefined : context.expression(text);
  return {
    maker: context.use('adHocSubProcess'),
    configured: true,
    fields: [
      ['sequential', flag(adHoc.sequential)],
      ['active', source(adHoc.active)],
      ['until', source(adHoc.until)],
      ['keepRemaining', flag(!adHoc.cancelRemaining)],
      [
        'collect',
        adHoc.outputCollection && adHoc.outputElement
          ? object([
              ['into', literal(adHoc.outputCollection)],
              ['value', context.expression(adHoc.outputElement)],
            ])
          : undefined,
      ],
      ...fields,
    ],
  };
}
