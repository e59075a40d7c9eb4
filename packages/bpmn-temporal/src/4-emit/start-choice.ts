import type { FlowNode, ProcessModel } from '../1-parse/model';
import { triggersOf } from '../1-parse/walk';
import { startNodes } from '../3-structure/entry';
import { literal, property } from './code';
import type { Writer } from './writer';

/** `const startedBy = startEvents(start, { … });` for a process that can be started in several ways. */
export function writeStartChoice(
  writer: Writer,
  { body }: ProcessModel,
  use: (name: string) => string,
): void {
  const starts = startNodes(body);
  writer.line(
    `const startedBy = ${use('startEvents')}(start, { ${starts
      .map(node => `${property(node.id)}: [${startersOf(node).join(', ')}]`)
      .join(', ')} });`,
  );
}

function startersOf(node: FlowNode): string[] {
  return triggersOf(node).map(trigger =>
    trigger.kind === 'message' || trigger.kind === 'signal'
      ? `{ ${trigger.kind}: ${literal(trigger.name)} }`
      : '{ other: true }',
  );
}
