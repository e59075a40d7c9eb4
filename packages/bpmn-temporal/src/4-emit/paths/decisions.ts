import type { Body, FlowNode } from '../../1-parse/model';
import {
  boundaryOf,
  compensates,
  isActivity,
  outgoing,
} from '../../1-parse/walk';
import { rootsOf, startNodes } from '../../3-structure/entry';

/** A way out of a node: how it is chosen, and where it leads. */
export interface Way {
  /** The flow, event or boundary event; undefined where nothing is chosen. */
  readonly outcome: string | undefined;
  readonly targets: readonly string[];
  /** What a boundary event that does not interrupt starts beside the ordinary way. */
  readonly beside?: boolean;
}

/** The ways out of a node. Conditions on the flows of an activity are not chosen among: which hold is left to the data. */
export function waysOf(body: Body, node: FlowNode): Way[] {
  const flows = outgoing(body, node.id);
  const onward: Way[] = [
    { outcome: undefined, targets: flows.map(({ target }) => target) },
  ];
  switch (node.kind) {
    case 'exclusive':
    case 'inclusive':
    case 'complex':
      return flows.length > 1
        ? flows.map(({ id, target }) => ({ outcome: id, targets: [target] }))
        : onward;
    case 'eventBased':
      return node.instantiates === 'all'
        ? onward
        : flows.map(({ target }) => ({ outcome: target, targets: [target] }));
    case 'event':
      return node.work.kind === 'link' && node.work.throws
        ? [{ outcome: undefined, targets: caughtBy(body, node.work.link) }]
        : onward;
    default:
      return [...onward, ...boundaries(body, node)];
  }
}

/** Where the tokens of a body begin: at one of several start events, or everywhere. */
export function entriesOf(body: Body): Way[] {
  const starts = startNodes(body).map(({ id }) => id);
  if (starts.length > 1)
    return starts.map(id => ({ outcome: id, targets: [id] }));
  return [
    {
      outcome: undefined,
      targets: starts.length ? starts : rootsOf(body),
    },
  ];
}

function boundaries(body: Body, node: FlowNode): Way[] {
  if (!isActivity(node)) return [];
  return boundaryOf(body, node.id)
    .filter(event => !compensates(event))
    .map(({ id, interrupting }) => ({
      outcome: id,
      targets: [id],
      beside: !interrupting,
    }));
}

function caughtBy(body: Body, link: string): string[] {
  return [...body.nodes.values()].flatMap(({ id, ...node }) =>
    'work' in node &&
    node.work.kind === 'link' &&
    !node.work.throws &&
    node.work.link === link
      ? [id]
      : [],
  );
}
