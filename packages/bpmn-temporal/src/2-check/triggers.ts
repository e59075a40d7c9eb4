import type { Parsed } from '../1-parse';
import type { FlowNode, Trigger } from '../1-parse/model';
import { triggerOf } from '../1-parse/triggers';
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
