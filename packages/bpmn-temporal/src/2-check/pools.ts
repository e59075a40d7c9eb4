import type { Parsed } from '../1-parse';
import type { Moddle } from '../1-parse/moddle';
import { around, every, is } from './model';

/** The pool an end of a message flow is in: its participant, else its process; the participant itself for a pool. */
export function poolOf(parsed: Parsed, node: Moddle): Moddle | undefined {
  if (is(node, 'Participant')) return node;
  const process = around(node, 'Process');
  if (!process) return undefined;
  for (const participant of every(parsed, 'Participant'))
    if (participant.processRef === process) return participant;
  return process;
}
