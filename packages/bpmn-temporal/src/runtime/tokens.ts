import type { ComplexGateway } from './complex';
import type { Outcome, Run, Split } from './element';
import { arrive } from './instance';
import { Places } from './places';
import type { Marking } from './resumable';
import { ask, branchesInside, leftAt, mustAsk } from './resume';
import { failIfClosed, onInterrupt } from './scope';
import type { Scope } from './scope';
import { step } from './serial';
import { isPlace, stay, stayAt } from './stay';

/** A node of a token region. */
export interface RegionNode {
  /** Runs the element, if there is one; its outcome, if it has one, picks flows from `on`. */
  readonly run?: Run | Split;
  /** Flows that all have to bring a token before the node runs: a parallel join. */
  readonly join?: readonly string[];
  /** Flows of an inclusive join: those that can still bring a token have to (13.4.3). */
  readonly merge?: readonly string[];
  /** Flows of a complex gateway, which says itself when it has enough (13.4.5). */
  readonly complex?: readonly string[];
  readonly gateway?: ComplexGateway;
  /** Tokens that it takes to start, and that leave on each flow (10.3); 1 unless it is said. */
  readonly needs?: number;
  readonly gives?: number;
  /** Flows that get a token each when the node is through. */
  readonly out?: Flows;
  /** Flows by outcome: the flow that a gateway chose, the event that happened, the boundary event that interrupted. */
  readonly on?: Flows;
  /** Boundary events that do not interrupt: a further token, beside the one in the activity. */
  readonly beside?: Flows;
}

/** Flow id (or event id) → node that the flow leads to. */
export type Flows = { readonly [flowId: string]: string };

export type Region = { readonly [nodeId: string]: RegionNode };

/**
 * Runs a part of the drawing that is no nest of blocks: tokens go from node to node over a marking (13.3). Answers
 * when the last token has left the region; a token that waits at a join for ever keeps the region open.
 */
export function tokens(
  scope: Scope,
  region: Region,
  entry: string,
): Promise<void> {
  failIfClosed(scope);
  const { instance } = scope;
  const id = `${entry}/tokens`;
  if (!mustAsk(instance, id)) return run(scope, region, entry, id);
  return ask(scope, id, async () => {
    await run(scope, region, entry, id, leftAt(instance, id)?.marking);
    return undefined;
  }).then(() => {});
}

function run(
  scope: Scope,
  region: Region,
  entry: string,
  id: string,
  before?: Marking,
): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const places = new Places(region, before);
    const goes = stayAt(scope.instance, id, () => ({
      marking: places.store(),
    }));
    const shown = new Map<string, () => void>();
    const put = (flows: Flows, times = 1) => {
      for (const [flowId, nodeId] of Object.entries(flows))
        for (let nth = 0; nth < times; nth += 1) arriveAt(nodeId, flowId);
    };
    const arriveAt = (nodeId: string, flowId: string) => {
      const node = region[nodeId];
      if (!node) return;
      if (node.complex || node.merge) places.add(nodeId, flowId);
      else if (places.ready(nodeId, node, flowId)) fire(nodeId, node);
      show(nodeId);
    };
    const show = (nodeId: string) => {
      const waits = places.waits(nodeId);
      if (waits === shown.has(nodeId)) return;
      shown.get(nodeId)?.();
      shown.delete(nodeId);
      if (!waits) return;
      const gateway = { id: nodeId, name: '', type: 'gateway' };
      const leave = arrive(scope.instance, gateway);
      // without its region a new run would not find it
      const gone = isPlace(scope.instance, id)
        ? stay(scope.instance, nodeId, { store: undefined })
        : () => {};
      shown.set(nodeId, () => {
        gone();
        leave();
      });
    };
    const fire = (nodeId: string, node: RegionNode) => {
      const beside = Object.entries(node.beside ?? {}).map(
        ([eventId, target]) => [
          eventId,
          async () => {
            put({ [eventId]: target });
            settle();
          },
        ],
      );
      const work = node.run ?? nothing;
      const ran: Promise<Outcome | readonly string[]> = work(
        scope,
        Object.fromEntries(beside),
      );
      move(nodeId, ran, outcome => put(following(node, outcome), node.gives));
    };
    const move = <T>(
      nodeId: string,
      moving: Promise<T>,
      then: (result: T) => void,
    ) => {
      places.enter(nodeId);
      moving.then(
        result => {
          places.leave(nodeId);
          then(result);
          settle();
        },
        (error: unknown) => {
          goes();
          reject(error);
        },
      );
    };
    // What a token's move or end makes possible: joins that need not wait for it any more.
    const settle = () => {
      step();
      for (const [nodeId, node] of places.waitingJoins()) {
        if (node.merge && places.mergeIsReady(nodeId, node.merge)) {
          places.takeOne(nodeId);
          fire(nodeId, node);
        } else if (node.complex && node.gateway && !places.isMoving(nodeId)) {
          turn(nodeId, node.complex, node, node.gateway);
        }
        show(nodeId);
      }
      if (places.anyMoving() || shown.size > 0) return;
      goes();
      resolve();
    };
    const turn = (
      nodeId: string,
      flows: readonly string[],
      node: RegionNode,
      gateway: ComplexGateway,
    ) => {
      const go = (resets: boolean) =>
        move(nodeId, gateway.leave(scope, resets), outcome =>
          put(following(node, outcome), node.gives),
        );
      if (places.isSpent(nodeId)) {
        if (places.resets(nodeId, flows)) go(true);
        return;
      }
      const count = places.count(nodeId);
      if (count === 0 || !places.changed(nodeId, count)) return;
      move(nodeId, gateway.activates(scope, count), enough => {
        if (!enough) return;
        places.spend(nodeId);
        go(false);
      });
    };
    onInterrupt(scope, () => {
      goes();
      shown.forEach(hide => hide());
    });
    if (before) {
      Object.keys(region).forEach(show);
      for (const nodeId of branchesInside(scope.instance, id)?.get('') ?? [])
        if (region[nodeId]) fire(nodeId, region[nodeId]);
    } else put({ [entry]: entry });
    settle();
  });
}

function following(
  node: RegionNode,
  outcome: Outcome | readonly string[],
): Flows {
  if (outcome === undefined) return node.out ?? {};
  const ids = typeof outcome === 'string' ? [outcome] : outcome;
  return Object.fromEntries(
    ids.flatMap(id => {
      const target = node.on?.[id] ?? node.out?.[id];
      return target === undefined ? [] : [[id, target]];
    }),
  );
}

const nothing: Run = async () => undefined;
