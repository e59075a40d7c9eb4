import type { FlowNode, MappingEntry } from '../../1-parse/model';
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
  if (node.kind === 'boundary') return node.input;
  const passes =
    node.kind === 'start' ||
    (node.kind === 'end' && node.work.kind !== 'job') ||
    (node.kind === 'event' && node.work.kind === 'none');
  return passes ? [...node.input, ...node.output] : [];
}
