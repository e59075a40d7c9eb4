import type { Body, EventSubProcess } from '../1-parse/model';
import { compensationOf, isActivity } from '../1-parse/walk';
import { detachHandlers } from './beside';
import { copyEnds, regionSize } from './copy-ends';
import { graphOf, rootsOf } from './entry';
import { counts, reach, subgraph } from './graph';
import type { Graph, ParallelDraft, Vertex } from './graph';
import { collapseParallel } from './parallel';
import { collapseRegions } from './region';
import type { Block, Invocation, RegionNode, Statement } from './statements';
import { placesOf } from './places';
import type { Flow } from './places';
import type { Place } from '../runtime/resumable';
import { structured } from './structured';
import type { Way } from './structured';
import { tidy } from './tidy';

/** Phase 3: the flow of a process or subprocess as nested blocks, with token regions where it is no nest. */
export function structure(body: Body): Block {
  const known = blocks.get(body);
  if (known) return known;
  const { graph, entry } = flowOf(body);
  const block = [...listening(body), ...tidy(structured(graph, entry, write))];
  blocks.set(body, block);
  return block;
}

/** A drawing that was read is never changed, and several files tell of its flow. */
const blocks = new WeakMap<Body, Block>();

/** Where a new run of an instance of the process can go on. */
export function placesIn(body: Body): Map<string, Place> {
  return placesOf(body, { ofBody: flowOf, ofPart: collapsed });
}

function flowOf(body: Body): Flow {
  const known = flows.get(body);
  if (known) return known;
  const { graph, entry } = graphOf(body);
  const live = subgraph(graph, reach(graph, [entry], undefined, true));
  const flow = { graph: collapsed(live, entry), entry };
  flows.set(body, flow);
  return flow;
}

const flows = new WeakMap<Body, Flow>();

/** The flow from each activity of an ad-hoc subprocess that can be started (10.3.5). */
export function structureParts(body: Body): { id: string; body: Block }[] {
  const { graph } = graphOf(body);
  return rootsOf(body).map(id => ({ id, body: flowFrom(graph, id) }));
}

/** A compensation handler, which no flow leads to. */
export function structureHandler(body: Body, handlerId: string): Block {
  const node = body.nodes.get(handlerId);
  if (!node || !isActivity(node)) return [];
  return [{ kind: 'run', element: { node, ...within(node), beside: [] } }];
}

function flowFrom(graph: Graph, entry: string): Block {
  const live = subgraph(graph, reach(graph, [entry], undefined, true));
  return tidy(structureGraph(live, entry));
}

/** Event subprocesses are armed before the flow begins; one for compensation waits for nothing. */
function listening(body: Body): Statement[] {
  const compensation = compensationOf(body);
  return [...body.nodes.values()]
    .filter(
      (node): node is EventSubProcess =>
        node.kind === 'eventSubProcess' && node !== compensation,
    )
    .map(node => ({ kind: 'listen', node, body: structure(node.body) }));
}

function structureGraph(given: Graph, entry: string): Block {
  return structured(collapsed(given, entry), entry, write);
}

/** The graph with blocks and token regions in the place of what splits a token; ends are copied where that makes regions smaller. */
function collapsed(given: Graph, entry: string): Graph {
  const known = parts.get(given) ?? collapsedAnew(given, entry);
  parts.set(given, known);
  return known;
}

const parts = new WeakMap<Graph, Graph>();

function collapsedAnew(given: Graph, entry: string): Graph {
  const once = collapse(given, entry);
  const size = regionSize(once);
  if (size === 0) return once;
  const copied = copyEnds(given);
  if (copied === given) return once;
  const again = collapse(copied, entry);
  return regionSize(again) < size ? again : once;
}

function collapse(given: Graph, entry: string): Graph {
  const graph = new Map(given);
  detachHandlers(graph);
  const original = new Map(graph);
  collapseParallel(graph);
  if (![...graph.values()].some(splits)) passThrough(graph);
  collapseRegions(graph, original, entry, (first, ids) => ({
    kind: 'composite',
    statement: {
      kind: 'tokens',
      entry: first,
      vertices: [...ids].flatMap(id => original.get(id) ?? []),
      nodes: [...ids].flatMap(id => {
        const vertex = original.get(id);
        return vertex ? [regionNode(vertex, ids)] : [];
      }),
    },
  }));
  return graph;
}

function splits(vertex: Vertex): boolean {
  return vertex.fork !== false || vertex.beside.length > 0 || counts(vertex);
}

/** Where there is one token only, an inclusive join lets it through (13.4.3). */
function passThrough(graph: Map<string, Vertex>): void {
  for (const [id, vertex] of graph)
    if (vertex.joins === 'some') graph.set(id, { ...vertex, join: [] });
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
    id: draft.id,
    fork: draft.fork,
    join: draft.join,
    taken: draft.taken,
    branches: draft.drafts.map(({ flowId, entry, graph }) => ({
      flowId,
      body: entry === undefined ? [] : tidy(structureGraph(graph, entry)),
    })),
  };
}

function within(
  node: Invocation['node'],
): Pick<Invocation, 'inside' | 'parts'> {
  if (node.kind !== 'subProcess') return {};
  if (node.adHoc) return { parts: structureParts(node.body) };
  return { inside: structure(node.body) };
}

function invocation(node: Invocation['node'], vertex: Vertex): Invocation {
  return {
    node,
    ...within(node),
    beside: vertex.handlers.map(({ eventId, graph }) => ({
      eventId,
      body: tidy(structureGraph(graph, eventId)),
    })),
  };
}

function regionNode(vertex: Vertex, ids: ReadonlySet<string>): RegionNode {
  const { content, exits, join, joins, needs, gives } = vertex;
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
    joins,
    needs,
    gives,
    out: inside(exits.filter(({ outcome }) => outcome === undefined)),
    on: inside(exits.filter(({ outcome }) => outcome !== undefined)),
    beside: inside(vertex.beside),
  };
}
