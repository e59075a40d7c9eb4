import type { Graph, Vertex } from './graph';
import { shapeOf } from './loops';

/** A place where a run can begin, and the way that leads there. */
export interface ResumePoint {
  /** The place before on this way; undefined where it begins at the start. */
  readonly after: string | undefined;
  /** Outcomes by the id of what is passed since; the ordinary one is left out. */
  readonly ways: ReadonlyMap<string, string>;
}

/**
 * Where a long instance can end its run and go on in a new one: the heads of loops, and activities with many
 * instances. Any way that leads there will do, since a new run only follows it; it is told from place to place, so
 * that a long drawing with many of them stays short.
 */
export function resumePoints(
  graph: Graph,
  entry: string,
): Map<string, ResumePoint> {
  const { isLoop } = shapeOf(graph, entry);
  const before = stepsFrom(graph, entry);
  const isPoint = (id: string) => {
    const vertex = graph.get(id);
    return (
      vertex !== undefined &&
      runs(vertex) &&
      (isLoop(id) || hasInstances(vertex))
    );
  };
  const ids = [entry, ...before.keys()].filter(isPoint);
  const points = new Set(ids);
  return new Map(ids.map(id => [id, wayTo(graph, before, points, id)]));
}

interface Step {
  readonly from: string;
  readonly outcome: string | undefined;
}

/** The last step of the shortest way to each vertex that can be followed. */
function stepsFrom(graph: Graph, entry: string): Map<string, Step> {
  const before = new Map<string, Step>();
  const open = [entry];
  for (const id of open) {
    const vertex = graph.get(id);
    if (!vertex || isImplied(vertex)) continue;
    for (const { target, outcome } of vertex.exits) {
      if (target === undefined || target === entry || before.has(target))
        continue;
      before.set(target, { from: id, outcome });
      open.push(target);
    }
  }
  return before;
}

function wayTo(
  graph: Graph,
  before: ReadonlyMap<string, Step>,
  points: ReadonlySet<string>,
  id: string,
): ResumePoint {
  const steps: [string, string][] = [];
  let after: string | undefined;
  for (
    let step = before.get(id);
    step && after === undefined;
    step = before.get(step.from)
  ) {
    const { from, outcome } = step;
    if (outcome !== undefined && graph.get(from)?.content.kind !== 'passed')
      steps.push([from, outcome]);
    if (points.has(from)) after = from;
  }
  return { after, ways: new Map(steps.reverse()) };
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
