import type { Parsed } from '../1-parse';
import type { Body, FlowNode, Trigger } from '../1-parse/model';
import { triggersOf } from '../1-parse/walk';
import { nodes } from './executed';

/** Everything that is waited for, node by node. */
export function* triggers(parsed: Parsed): Generator<{
  node: FlowNode;
  body: Body;
  trigger: Trigger;
  processId: string;
}> {
  for (const { node, body, processId } of nodes(parsed))
    for (const trigger of triggersOf(node))
      yield { node, body, trigger, processId };
}
