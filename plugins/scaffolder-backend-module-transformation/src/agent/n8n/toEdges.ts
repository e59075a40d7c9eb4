import type { AgentEdge } from '@ameide/plugin-transformation-common';
import { conditionGroup, readConditions } from './conditions';
import {
  kindOf,
  readerAt,
  refuseAt,
  stepOf,
  type Importing,
} from './importing';
import { rulesOf } from './parametersOf';
import { outputsOf, type WorkflowNode } from './workflow';

type Way = Pick<AgentEdge, 'to' | 'conditions'>;

/** The ways that lead on from a node, the first that holds first. */
export const toEdges = (
  importing: Importing,
  node: WorkflowNode,
): AgentEdge[] =>
  waysFrom(importing, node).map((way, i) => ({
    id: `${stepOf(node)}-${i + 1}`,
    from: stepOf(node),
    ...way,
  }));

/** What an output of a node leads to. */
export function targetOf(
  importing: Importing,
  node: WorkflowNode,
  output: string[] = [],
): string {
  const refuse = refuseAt(importing, node);
  if (output.length > 1) refuse('more than one way leads on at once');
  if (!output.length) return 'END';
  const step = importing.steps.find(({ name }) => name === output[0]);
  if (!step) refuse(`${output[0]} is no step that a way can lead to`);
  return step ? stepOf(step) : 'END';
}

function waysFrom(importing: Importing, node: WorkflowNode): Way[] {
  const refuse = refuseAt(importing, node);
  const read = readerAt(importing, node);
  const outputs = outputsOf(importing.from, node.name);
  const to = (i: number) => targetOf(importing, node, outputs[i]);
  switch (kindOf(node)) {
    case 'if': {
      const group = conditionGroup.safeParse(node.parameters.conditions);
      if (!group.success) {
        refuse('its conditions are not those of version 2');
        return [];
      }
      const ways = readConditions(group.data, read, refuse);
      return [
        ...ways.map(conditions => ({ to: to(0), conditions })),
        { to: to(1) },
      ];
    }
    case 'switch': {
      const rules = rulesOf(node, refuse);
      return [
        ...rules.flatMap((rule, i) =>
          readConditions(rule, read, refuse).map(conditions => ({
            to: to(i),
            conditions,
          })),
        ),
        // n8n ends where no rule holds, unless there is one output more
        { to: to(rules.length) },
      ];
    }
    default:
      if (outputs.length > 1) refuse('more than one output is used');
      return [{ to: to(0) }];
  }
}
