import { allNodes, triggersOf } from '../1-parse/walk';
import type { ProcessModel, Trigger } from '../1-parse/model';
import { startNodes } from '../3-structure/entry';
import type { ProcessInterface } from '../types';
import { flowShapeOf } from './flow-shape';
import type { Inferred } from './infer';
import { typeOf } from './shape';

/** What the process offers and asks of the world, for those who show it or bind it. */
export function interfaceOf(
  process: ProcessModel,
  inferred: Inferred,
  workflowType: string,
): ProcessInterface {
  const nodes = [...allNodes(process.body)];
  const ids = new Set(nodes.map(node => node.id));
  return {
    processId: process.id,
    name: process.name,
    workflowType,
    start: startNodes(process.body).map(node => ({
      elementId: node.id,
      ...startOf(triggersOf(node)),
    })),
    variables: [...inferred.variables.fields].map(([name, shape]) => ({
      name,
      type: typeOf(shape),
    })),
    jobs: [...inferred.jobs].flatMap(([type, job]) => {
      const elementIds = job.elements
        .map(({ id }) => id)
        .filter(id => ids.has(id));
      if (!elementIds.length) return [];
      return [
        {
          type,
          elementIds,
          input: [...job.input.fields.keys()],
          output: [...job.output.fields.keys()],
        },
      ];
    }),
    userTasks: nodes.flatMap(node => {
      if (node.kind !== 'task' || node.work.kind !== 'user') return [];
      const { assignee, candidateGroups, formId } = node.work;
      return [
        {
          elementId: node.id,
          name: node.name,
          ...(formId ? { formId } : {}),
          ...(assignee ? { assignee } : {}),
          ...(candidateGroups
            ? { candidateGroups: groupsOf(candidateGroups) }
            : {}),
          output: [...(inferred.userTasks.get(node.id)?.fields.keys() ?? [])],
        },
      ];
    }),
    messages: nodes.flatMap(node => {
      return triggersOf(node).flatMap(trigger =>
        trigger.kind === 'message'
          ? [{ elementId: node.id, messageName: trigger.name }]
          : [],
      );
    }),
    elements: nodes.map(({ id, type, name }) => ({
      id,
      type,
      ...(name ? { name } : {}),
    })),
    shape: flowShapeOf(process),
  };
}

/** The groups as they are written; where they are computed, the expression. */
function groupsOf(source: string): string[] {
  return source.startsWith('=')
    ? [source]
    : source.split(',').map(group => group.trim());
}

function startOf(
  triggers: readonly Trigger[],
): Omit<ProcessInterface['start'][number], 'elementId'> {
  const [trigger] = triggers;
  switch (trigger?.kind) {
    case undefined:
      return { kind: 'none' };
    case 'message':
      return { kind: 'message', messageName: trigger.name };
    case 'signal':
      return { kind: 'signal', signalName: trigger.name };
    case 'timer':
    case 'conditional':
      return { kind: trigger.kind };
    default:
      return { kind: 'none' };
  }
}
