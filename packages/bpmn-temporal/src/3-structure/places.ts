import type { Body, EventSubProcess } from '../1-parse/model';
import { boundaryOf, compensationOf, startOf } from '../1-parse/walk';
import type { Place } from '../runtime/resumable';
import type { Graph, RegionDraft, Vertex } from './graph';
import { shapeOf } from './loops';
import {
  comesAgain,
  hasPlaces,
  isBlock,
  isCyclic,
  isPlain,
  isSplit,
  repeats,
  repeatsBeside,
  waits,
} from './staying';
import { placeOf, stepsFrom, wayTo } from './ways';

/** The flow of a process or subprocess, with blocks and token regions in the place of what they hold. */
export interface Flow {
  readonly graph: Graph;
  readonly entry: string;
}

/** How the flows inside of a body, a branch or a handler are got at. */
export interface Flows {
  readonly ofBody: (body: Body) => Flow;
  readonly ofPart: (graph: Graph, entry: string) => Graph;
}

type Around = Pick<Place, 'in' | 'branch'>;

/**
 * Where an instance can end its run and go on in a new one, for processes that can live for long: where tokens wait, what
 * is around them, and the heads of loops. Any way that leads there will do, since a new run only follows it; it is told
 * from place to place, so that a long drawing with many of them stays short.
 */
export function placesOf(body: Body, flows: Flows): Map<string, Place> {
  const places = new Map<string, Place>();
  let canGrow = false;
  ofBody(body, {});
  return canGrow ? places : new Map();

  function ofBody(inside: Body, around: Around): void {
    const listens = listening(inside);
    if (listens.some(node => startOf(node.body)?.catches?.all)) return;
    const { graph, entry } = flows.ofBody(inside);
    ofFlow(inside, graph, entry, around);
    for (const node of listens) {
      const start = startOf(node.body);
      canGrow ||= start?.interrupting === false && comesAgain(start.catches);
      places.set(node.id, { ...around, listens: true });
      ofBody(node.body, { in: node.id });
    }
  }

  function ofFlow(of: Body, graph: Graph, entry: string, around: Around): void {
    const { isLoop } = shapeOf(graph, entry);
    const isHead = (vertex: Vertex) => isLoop(vertex.id) || repeats(vertex);
    const before = stepsFrom(graph, entry);
    const ids = [entry, ...before.keys()].filter(id => {
      const vertex = graph.get(id);
      return (
        vertex &&
        (isHead(vertex) || waits(vertex) || hasPlaces(vertex)) &&
        !boundaryOf(of, id).some(({ catches }) => catches.all)
      );
    });
    const points = new Set(ids);
    for (const id of ids) {
      const vertex = graph.get(id) as Vertex;
      const head = isHead(vertex) && vertex.content.kind === 'node';
      canGrow ||= head || repeatsBeside(of, vertex);
      const { after, ways } = wayTo(graph, before, points, id);
      places.set(placeOf(vertex), {
        ...around,
        ...(after === undefined ? {} : { after }),
        ...(ways.size ? { ways: Object.fromEntries(ways) } : {}),
        ...(head ? { head } : {}),
        ...(isBlock(vertex) ? { block: true } : {}),
      });
      insideOf(of, vertex);
    }
  }

  function insideOf(of: Body, { content, handlers }: Vertex): void {
    if (content.kind === 'composite') {
      const { statement } = content;
      if (statement.kind === 'tokens') ofRegion(of, statement);
      else
        for (const [nth, draft] of statement.drafts.entries())
          if (draft.entry !== undefined)
            ofFlow(of, flows.ofPart(draft.graph, draft.entry), draft.entry, {
              in: statement.fork?.id ?? statement.id,
              branch: statement.taken === 'all' ? String(nth) : draft.flowId,
            });
      return;
    }
    const { node } = content;
    if (isPlain(node)) ofBody(node.body, { in: node.id });
    for (const { eventId, graph } of handlers)
      ofFlow(of, flows.ofPart(graph, eventId), eventId, {
        in: node.id,
        branch: eventId,
      });
  }

  /** Where tokens go round in it, any node may be where a run that is long ends. */
  function ofRegion(of: Body, { entry, vertices }: RegionDraft): void {
    const goesRound = isCyclic(vertices, entry);
    canGrow ||= goesRound;
    for (const vertex of vertices) {
      const { content } = vertex;
      if (content.kind !== 'node' || isSplit(content.node)) continue;
      if (!goesRound && !waits(vertex) && !hasPlaces(vertex)) continue;
      places.set(content.node.id, {
        in: `${entry}/tokens`,
        ...(goesRound ? { head: true } : {}),
      });
      insideOf(of, vertex);
    }
  }
}

function listening(body: Body): EventSubProcess[] {
  const compensation = compensationOf(body);
  return [...body.nodes.values()].filter(
    (node): node is EventSubProcess =>
      node.kind === 'eventSubProcess' && node !== compensation,
  );
}
