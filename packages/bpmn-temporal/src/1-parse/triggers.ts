import type { FlowNode, Trigger } from './model';

/** What a start, catch or boundary event or a receive task waits for. */
export function triggerOf(node: FlowNode): Trigger | undefined {
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
