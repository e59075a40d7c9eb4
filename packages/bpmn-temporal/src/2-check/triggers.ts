import type { Parsed } from '../1-parse';
import type { FlowNode, Trigger } from '../1-parse/model';
import { nodes } from './executed';

/** Everything that waits for a message or a timer. */
export function* triggers(
  parsed: Parsed,
): Generator<{ node: FlowNode; trigger: Trigger; processId: string }> {
  for (const { node, processId } of nodes(parsed)) {
    const trigger = triggerOf(node);
    if (trigger) yield { node, trigger, processId };
  }
}

function triggerOf(node: FlowNode): Trigger | undefined {
  switch (node.kind) {
    case 'start':
      return node.trigger;
    case 'boundary':
      return node.catches.kind === 'error' ? undefined : node.catches;
    case 'event':
      return node.work.kind === 'catch' ? node.work.trigger : undefined;
    case 'task':
      return node.work.kind === 'receive' ? node.work.trigger : undefined;
    default:
      return undefined;
  }
}
