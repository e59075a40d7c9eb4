import type { Graph, Vertex } from './graph';
import { shapeOf } from './loops';

/** A way from the start: outcomes by the id of what is passed, undefined for the ordinary one. */
export type Ways = ReadonlyMap<string, string | undefined>;

/**
 * Where a long instance can end its run and go on in a new one: the heads of loops, and activities with many
 * instances. Any way that leads there will do, since a new run only follows it.
 */
export function resumePoints(graph: Graph, entry: string): Map<string, Ways> {
  const { isLoop } = shapeOf(graph, entry);
  const points = new Map<string, Ways>();
  for (const [id, ways] of waysFrom(graph, entry)) {
    const vertex = graph.get(id);
    if (vertex && runs(vertex) && (isLoop(id) || hasInstances(vertex)))
      points.set(id, ways());
  }
  return points;
}

/** The shortest way to each vertex that can be followed. */
function waysFrom(graph: Graph, entry: string): Map<string, () => Ways> {
  const before = new Map<
    string,
    { from: string; outcome: string | undefined }
  >();
  const seen = new Set([entry]);
  const open = [entry];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const vertex = graph.get(id);
    if (!vertex || isImplied(vertex)) continue;
    for (const { target, outcome } of vertex.exits) {
      if (target === undefined || seen.has(target)) continue;
      seen.add(target);
      before.set(target, { from: id, outcome });
      open.push(target);
    }
  }
  const waysTo = (id: string) => {
    const steps: [string, string | undefined][] = [];
    for (let at = before.get(id); at; at = before.get(at.from)) {
      const vertex = graph.get(at.from);
      if (vertex && vertex.content.kind !== 'passed')
        steps.push([at.from, at.outcome]);
    }
    return new Map(steps.reverse());
  };
  return new Map([...seen].map(id => [id, () => waysTo(id)]));
}

/** A block that no element of the drawing stands for can not be told to be passed. */
function isImplied({ content }: Vertex): boolean {
  return (
    content.kind === 'composite' &&
    content.statement.kind === 'parallel' &&
    content.statement.fork === undefined
  );
}

/** A single element stands there, which is asked before it runs. */
function runs({ content }: Vertex): boolean {
  return content.kind === 'node';
}

function hasInstances({ content }: Vertex): boolean {
  return (
    content.kind === 'node' &&
    'repeat' in content.node &&
    content.node.repeat !== undefined
  );
}
