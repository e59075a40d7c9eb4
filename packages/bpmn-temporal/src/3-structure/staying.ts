import type { Body, Catch, SubProcess } from '../1-parse/model';
import { orderOf } from './dominators';
import type { Content, Vertex } from './graph';

type Shown = Extract<Content, { readonly kind: 'node' }>['node'];

export function isBlock({ content }: Vertex): boolean {
  return content.kind === 'composite' && content.statement.kind === 'parallel';
}

/** Tokens can stay inside of it, or beside it. */
export function hasPlaces({ content, handlers }: Vertex): boolean {
  if (content.kind === 'composite') return true;
  if (content.kind !== 'node') return false;
  const { node } = content;
  return handlers.length > 0 || isPlain(node);
}

/** A subprocess that runs once, and by its flow. */
export function isPlain(node: Shown): node is SubProcess {
  return (
    node.kind === 'subProcess' &&
    node.repeat === undefined &&
    node.adHoc === undefined
  );
}

/** What runs beside it can begin any number of times. */
export function repeatsBeside(
  of: Body,
  { handlers, content }: Vertex,
): boolean {
  return (
    content.kind === 'node' &&
    handlers.some(({ eventId }) => {
      const event = of.nodes.get(eventId);
      return event?.kind === 'boundary' && comesAgain(event.catches);
    })
  );
}

export function comesAgain(catches: Catch | undefined): boolean {
  return (catches?.triggers ?? []).some(
    trigger => trigger.kind !== 'timer' || trigger.timer.form === 'cycle',
  );
}

export function repeats({ content }: Vertex): boolean {
  return (
    content.kind === 'node' &&
    'repeat' in content.node &&
    content.node.repeat !== undefined
  );
}

/** A token stays there until somebody or something comes; of several things that have to come, one may have. */
export function waits(vertex: Vertex): boolean {
  if (vertex.content.kind !== 'node' || repeats(vertex)) return false;
  const { node } = vertex.content;
  if (node.kind === 'eventBased') return node.instantiates === undefined;
  if (node.kind !== 'task' && node.kind !== 'event') return false;
  const { work } = node;
  if (work.kind === 'catch' || work.kind === 'receive')
    return !work.catches.all;
  return work.kind === 'user';
}

export function isCyclic(vertices: readonly Vertex[], entry: string): boolean {
  const { sorted, next, rank } = orderOf(
    new Map(vertices.map(vertex => [vertex.id, vertex])),
    entry,
  );
  const rankOf = (id: string) => rank.get(id) ?? -1;
  return sorted.some(from =>
    (next.get(from) ?? []).some(to => rankOf(to) <= rankOf(from)),
  );
}

/** Lets several tokens out at once, without asking. */
export function isSplit({ kind }: { readonly kind: string }): boolean {
  return kind === 'inclusive' || kind === 'complex';
}
