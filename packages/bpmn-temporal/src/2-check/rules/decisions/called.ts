import type { Parsed } from '../../../1-parse';
import type { Task } from '../../../1-parse/model';
import { nodes } from '../../executed';

/** A business rule task that calls a decision. */
export interface Call {
  readonly node: Task;
  readonly processId: string;
  readonly decisionId: string;
  readonly result: string;
}

export function* calledDecisions(parsed: Parsed): Generator<Call> {
  for (const { node, processId } of nodes(parsed))
    if (node.kind === 'task' && node.work.kind === 'decision')
      yield {
        node,
        processId,
        decisionId: node.work.decisionId,
        result: node.work.result,
      };
}
