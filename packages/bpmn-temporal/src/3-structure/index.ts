import type { Body, FlowNode } from '../1-parse/model';
import { detachHandlers } from './beside';
import { graphOf, reach, subgraph } from './graph';
import type { Graph, ParallelDraft, Vertex } from './graph';
import { collapseParallel } from './parallel';
import { collapseRegions } from './region';
import type {
  Block,
  Invocation,
  RegionNode,
  StartChoice,
  Statement,
} from './statements';
import { structured } from './structured';
import type { Way } from './structured';
import { tidy } from './tidy';

/** Phase 3: the flow of a process or subprocess as nested blocks, with token regions where it is no nest. */
export function structure(body: Body): Block {
  const { graph, entry } = graphOf(body);
  return tidy(
    structureGraph(
      subgraph(graph, reach(graph, [entry], undefined, true)),
      entry,
    ),
  );
}

function structureGraph(given: Graph, entry: string): Block {
  const graph = new Map(given);
  detachHandlers(graph);
  const original = new Map(graph);
  collapseParallel(graph);
  collapseRegions(graph, original, entry, (first, ids) => ({
    kind: 'composite',
    statement: {
      kind: 'tokens',
      entry: first,
      nodes: [...ids].flatMap(id => {
        const vertex = original.get(id);
        return vertex ? [regionNode(vertex, ids)] : [];
      }),
    },
  }));
  return structured(graph, entry, write);
}

function write(vertex: Vertex, ways: readonly Way[]): Statement[] {
  const { content } = vertex;
  const [only] = ways;
  const rest = only?.body ?? [];
  switch (content.kind) {
    case 'passed':
      return [...rest];
    case 'composite':
      return [
        content.statement.kind === 'tokens'
          ? content.statement
          : parallel(content.statement),
        ...rest,
      ];
    default: {
      const element = invocation(content.node, vertex);
      return ways.length > 1
        ? [{ kind: 'branch', element, cases: ways }]
        : [{ kind: 'run', element }, ...rest];
    }
  }
}

function parallel(draft: ParallelDraft): Statement {
  return {
    kind: 'parallel',
    fork: draft.fork,
    join: draft.join,
    branches: draft.drafts.map(({ entry, graph }) =>
      entry === undefined ? [] : tidy(structureGraph(graph, entry)),
    ),
  };
}

function invocation(node: FlowNode | StartChoice, vertex: Vertex): Invocation {
  return {
    node,
    ...(node.kind === 'subProcess' ? { inside: structure(node.body) } : {}),
    beside: vertex.handlers.map(({ eventId, graph }) => ({
      eventId,
      body: tidy(structureGraph(graph, eventId)),
    })),
  };
}

function regionNode(vertex: Vertex, ids: ReadonlySet<string>): RegionNode {
  const { content, exits, join } = vertex;
  const inside = (list: Vertex['exits']) =>
    list.flatMap(({ target, flowId, outcome }) =>
      target !== undefined && ids.has(target)
        ? [{ id: outcome ?? flowId, target }]
        : [],
    );
  return {
    id: vertex.id,
    element:
      content.kind === 'node' ? invocation(content.node, vertex) : undefined,
    join,
    out: inside(exits.filter(({ outcome }) => outcome === undefined)),
    on: inside(exits.filter(({ outcome }) => outcome !== undefined)),
    beside: inside(vertex.beside),
  };
}
