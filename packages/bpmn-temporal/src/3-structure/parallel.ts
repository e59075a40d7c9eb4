import type { FlowNode } from '../1-parse/model';
import { counts, reach, unwinds } from './graph';
import type { Graph, ParallelDraft, Vertex } from './graph';
import { Links } from './links';

/**
 * Makes one vertex of each parallel block: a fork whose branches have nothing to do with each other and either all
 * meet in one join with as many flows, or all end. Inner blocks come first. What is left is unstructured.
 */
export function collapseParallel(graph: Map<string, Vertex>): void {
  const links = new Links(graph);
  for (let progress = true; progress; ) {
    progress = false;
    for (const vertex of [...graph.values()])
      if (vertex.fork && collapse(links, vertex)) progress = true;
  }
}

function collapse(links: Links, fork: Vertex): boolean {
  const { graph } = links;
  const isJoin = (id: string) => (graph.get(id)?.join.length ?? 0) > 1;
  const branches = fork.exits.map(exit => ({
    exit,
    inside: reach(graph, [exit.target], isJoin),
  }));
  const all = new Set<string>();
  const joins = new Map<string, number>();
  for (const { exit, inside } of branches) {
    const reached = new Set<string>();
    if (exit.target !== undefined && isJoin(exit.target))
      reached.add(exit.target);
    for (const id of inside) {
      const vertex = graph.get(id);
      if (!vertex || vertex.fork || all.has(id) || id === fork.id) return false;
      const outside = links.into(id).filter(from => !inside.has(from));
      if (outside.length > (id === exit.target ? 1 : 0)) return false;
      if (outside.some(from => from !== fork.id)) return false;
      if (vertex.beside.length > 0 || counts(vertex)) return false;
      for (const { target } of vertex.exits)
        if (target !== undefined && isJoin(target)) reached.add(target);
    }
    for (const id of inside) all.add(id);
    for (const id of reached) joins.set(id, (joins.get(id) ?? 0) + 1);
    if (reached.size > 1) return false;
    if (reached.size === 1 && [...inside].some(id => consumes(graph, id)))
      return false;
  }
  if (joins.size > 1) return false;
  const [joined] = joins;
  const join = joined && graph.get(joined[0]);
  if (fork.gives > 1) return false;
  if (join) {
    if (counts(join)) return false;
    if (fork.fork === 'some' && join.joins === 'all') return false;
    if (joined[1] !== branches.length || join.join.length !== branches.length)
      return false;
    if (links.into(join.id).length !== branches.length) return false;
  }
  replace(links, fork, join, branches, all);
  return true;
}

function replace(
  links: Links,
  fork: Vertex,
  join: Vertex | undefined,
  branches: readonly {
    exit: { target: string | undefined; flowId: string };
    inside: Set<string>;
  }[],
  all: ReadonlySet<string>,
): void {
  const drafts = branches.map(({ exit, inside }) => ({
    flowId: exit.flowId,
    entry: exit.target === join?.id ? undefined : exit.target,
    graph: links.part(inside),
  }));
  for (const id of all) links.delete(id);
  const after = `${fork.id}/joined`;
  links.set({
    ...fork,
    fork: false,
    content: {
      kind: 'composite',
      statement: {
        kind: 'parallel',
        id: fork.id,
        fork: forkOf(fork),
        join: join && gatewayOf(join),
        taken: fork.fork === 'some' ? 'some' : 'all',
        drafts,
        exit: join?.id,
      },
    },
    exits:
      join?.fork || (join && join.exits.length > 1)
        ? [{ outcome: undefined, target: after, flowId: after }]
        : join?.exits ?? [
            { outcome: undefined, target: undefined, flowId: '' },
          ],
  });
  if (!join) return;
  links.delete(join.id);
  if (
    (!join.fork && join.exits.length < 2) ||
    join.content.kind === 'composite'
  )
    return;
  // A gateway that joins and forks: the join is in the block above, the fork stays.
  links.set({
    ...join,
    id: after,
    join: [],
    content:
      join.fork === 'all' &&
      join.content.kind === 'node' &&
      isNode(join.content.node)
        ? { kind: 'passed', node: join.content.node }
        : join.content,
  });
}

/** A gateway is shown; a fork that the drawing only implies has no element of its own. */
function gatewayOf(vertex: Vertex): FlowNode | undefined {
  const { content } = vertex;
  return content.kind === 'node' && isNode(content.node)
    ? content.node
    : undefined;
}

/** A choice among flows is shown, too, even if no gateway is drawn. */
function forkOf({ content }: Vertex): ParallelDraft['fork'] {
  return content.kind === 'node' && content.node.kind !== 'startChoice'
    ? content.node
    : undefined;
}

function isNode(
  node: FlowNode | { kind: 'startChoice' | 'flowChoice' },
): node is FlowNode {
  return node.kind !== 'startChoice' && node.kind !== 'flowChoice';
}

function consumes(graph: Graph, id: string): boolean {
  const vertex = graph.get(id);
  return (
    vertex !== undefined &&
    !unwinds(vertex) &&
    vertex.exits.some(exit => exit.target === undefined)
  );
}
