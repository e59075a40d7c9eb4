import type { FlowNode, MappingEntry } from '../../1-parse/model';
import { throwsOf } from '../../1-parse/walk';
import { nodes, show } from '../executed';
import type { Rule } from '../rule';

export const lostMapping: Rule = {
  code: 'BT1404',
  severity: 'error',
  title: 'A mapping stands where it has no effect',
  hint: 'Move it to an activity.',
  *find(parsed) {
    for (const { node, processId } of nodes(parsed)) {
      if (!('input' in node)) continue;
      const mapped = lost(node);
      if (mapped.length)
        yield {
          elementId: node.id,
          processId,
          message: `The mappings of ${show(node)} are not executed`,
        };
    }
  },
};

function lost(
  node: FlowNode & {
    input: readonly MappingEntry[];
    output: readonly MappingEntry[];
  },
): readonly MappingEntry[] {
  if (node.kind === 'boundary' || instantiates(node)) return node.input;
  // of several messages that start it together, one has started the process with its variables
  if (node.kind === 'start')
    return node.catches?.all ? [...node.input, ...node.output] : node.input;
  const passes =
    (node.kind === 'end' && throwsOf(node).length === 0) ||
    (node.kind === 'event' &&
      (node.work.kind === 'none' || node.work.kind === 'link'));
  return passes ? [...node.input, ...node.output] : [];
}

function instantiates(node: FlowNode): boolean {
  return (
    node.kind === 'task' &&
    node.work.kind === 'receive' &&
    node.work.instantiates
  );
}
