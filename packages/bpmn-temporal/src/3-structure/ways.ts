import type { Graph, Vertex } from './graph';

/** How a vertex is got to. */
export interface Step {
  readonly from: string;
  readonly outcome: string | undefined;
}

/** The last step of the shortest way to each vertex. */
export function stepsFrom(graph: Graph, entry: string): Map<string, Step> {
  const before = new Map<string, Step>();
  const open = [entry];
  for (const id of open) {
    for (const { target, outcome } of graph.get(id)?.exits ?? []) {
      if (target === undefined || target === entry || before.has(target))
        continue;
      before.set(target, { from: id, outcome });
      open.push(target);
    }
  }
  return before;
}

/** The outcomes that lead to a vertex from the last of some points on the way; the ordinary one is left out. */
export function wayTo(
  graph: Graph,
  before: ReadonlyMap<string, Step>,
  points: ReadonlySet<string>,
  id: string,
): { after: string | undefined; ways: Map<string, string> } {
  const steps: [string, string][] = [];
  let after: string | undefined;
  for (
    let step = before.get(id);
    step && after === undefined;
    step = before.get(step.from)
  ) {
    const { from, outcome } = step;
    const vertex = graph.get(from);
    if (!vertex) continue;
    if (outcome !== undefined && vertex.content.kind !== 'passed')
      steps.push([placeOf(vertex), outcome]);
    if (points.has(from)) after = placeOf(vertex);
  }
  return { after, ways: new Map(steps.reverse()) };
}

/** The id by which what stands at the vertex asks whether it runs. */
export function placeOf({ content }: Vertex): string {
  if (content.kind !== 'composite') return content.node.id;
  const { statement } = content;
  return statement.kind === 'tokens'
    ? `${statement.entry}/tokens`
    : statement.fork?.id ?? statement.id;
}
