import type { Parsed } from '../1-parse';
import type { Moddle } from '../1-parse/moddle';
import { every } from './model';

/** Sequence flows by the node that they lead to and by the node that they leave, whatever a node lists itself. */
export interface Flows {
  incoming(node: Moddle): readonly Moddle[];
  outgoing(node: Moddle): readonly Moddle[];
}

const known = new WeakMap<Parsed, Flows>();

/** The sequence flows of the whole file. */
export function flowsOf(parsed: Parsed): Flows {
  const made = known.get(parsed) ?? read(parsed);
  known.set(parsed, made);
  return made;
}

function read(parsed: Parsed): Flows {
  const incoming = new Map<unknown, Moddle[]>();
  const outgoing = new Map<unknown, Moddle[]>();
  for (const flow of every(parsed, 'SequenceFlow'))
    for (const [index, node] of [
      [outgoing, flow.sourceRef],
      [incoming, flow.targetRef],
    ] as const) {
      const flows = index.get(node);
      if (flows) flows.push(flow);
      else index.set(node, [flow]);
    }
  return {
    incoming: node => incoming.get(node) ?? [],
    outgoing: node => outgoing.get(node) ?? [],
  };
}
