import type { Moddle } from '../../../1-parse/moddle';
import { extension } from '../../../1-parse/moddle';
import { definitionsOf } from '../../../1-parse/events';
import { graphOf } from '../../graph';
import type { Graph } from '../../graph';
import { at, containers, is } from '../../model';
import type { Rule } from '../../rule';

export const hotLoop: Rule = {
  code: 'BT2154',
  severity: 'warning',
  title: 'A loop waits for nothing',
  hint: 'Put a job, a timer or another event into the loop: without one it keeps the worker busy until its condition ends it.',
  *find(parsed) {
    for (const container of containers(parsed))
      for (const cycle of cycles(graphOf(parsed, container)))
        yield at(
          cycle[0] as Moddle,
          `Nothing is waited for in the loop ${cycle
            .map(node => node.id)
            .join(', ')}`,
        );
  },
};

/** Loops of nodes that take no time; each node is told once. */
function* cycles(graph: Graph): Generator<Moddle[]> {
  const left = new Set(graph.nodes.filter(isInstant));
  for (;;) {
    trim(graph, left);
    const [first] = left;
    if (!first) return;
    // every node that is left has a way on to another: to follow them comes round
    const path: Moddle[] = [];
    let node: Moddle | undefined = first;
    while (node && !path.includes(node)) {
      path.push(node);
      node = next(graph, left, node);
    }
    const cycle = path.slice(path.indexOf(node as Moddle));
    yield cycle;
    for (const told of cycle) left.delete(told);
  }
}

/** Takes away what leads nowhere, until nothing but loops and what leads to them is left. */
function trim(graph: Graph, left: Set<Moddle>): void {
  const ends = (node: Moddle) => next(graph, left, node) === undefined;
  const open = [...left].filter(ends);
  for (let node = open.pop(); node; node = open.pop())
    if (left.delete(node))
      for (const { from } of graph.entering(node))
        if (left.has(from) && ends(from)) open.push(from);
}

function next(
  graph: Graph,
  left: ReadonlySet<Moddle>,
  node: Moddle,
): Moddle | undefined {
  return graph.leaving(node).find(({ to }) => left.has(to))?.to;
}

/** What is done without a worker, a person or an event. */
function isInstant(node: Moddle): boolean {
  if (is(node, 'Gateway')) return !is(node, 'EventBasedGateway');
  if (node.loopCharacteristics || extension(node, 'TaskDefinition'))
    return false;
  if (is(node, 'IntermediateThrowEvent'))
    return definitionsOf(node).length === 0;
  return (
    is(node, 'ManualTask') ||
    node.$type === 'bpmn:Task' ||
    (is(node, 'ScriptTask') && extension(node, 'Script') !== undefined)
  );
}
