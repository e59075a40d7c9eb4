import type { Outcome, Run } from './element';
import { arrive } from './instance';
import { onInterrupt, failIfClosed } from './scope';
import type { Scope } from './scope';

/** A node of a token region. */
export interface RegionNode {
  /** Runs the element, if there is one; its outcome, if it has one, picks a flow from `on`. */
  readonly run?: Run;
  /** Flows that all have to bring a token before the node runs: a parallel join. */
  readonly join?: readonly string[];
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
  return new Promise<void>((resolve, reject) => {
    const waiting = new Map<string, Map<string, number>>();
    const shown = new Map<string, () => void>();
    let moving = 0;

    const put = (flows: Flows) => {
      for (const [flowId, nodeId] of Object.entries(flows)) {
        const node = region[nodeId];
        if (node && ready(nodeId, node, flowId)) fire(node);
      }
    };

    const ready = (nodeId: string, node: RegionNode, flowId: string) => {
      if (!node.join) return true;
      const marking = waiting.get(nodeId) ?? new Map<string, number>();
      marking.set(flowId, (marking.get(flowId) ?? 0) + 1);
      waiting.set(nodeId, marking);
      const complete = node.join.every(flow => marking.get(flow));
      if (complete) {
        for (const flow of node.join) {
          const left = (marking.get(flow) ?? 0) - 1;
          if (left > 0) marking.set(flow, left);
          else marking.delete(flow);
        }
      }
      show(nodeId, marking.size > 0);
      return complete;
    };

    const show = (nodeId: string, waits: boolean) => {
      if (waits === shown.has(nodeId)) return;
      shown.get(nodeId)?.();
      shown.delete(nodeId);
      if (!waits) return;
      const gateway = { id: nodeId, name: '', type: 'parallelGateway' };
      shown.set(nodeId, arrive(scope.instance, gateway));
    };

    const fire = (node: RegionNode) => {
      moving += 1;
      const beside = Object.entries(node.beside ?? {}).map(
        ([eventId, nodeId]) => [
          eventId,
          async () => put({ [eventId]: nodeId }),
        ],
      );
      const run = node.run ?? nothing;
      run(scope, Object.fromEntries(beside)).then(
        outcome => {
          put(following(node, outcome));
          moving -= 1;
          if (moving === 0 && shown.size === 0) resolve();
        },
        (error: unknown) => reject(error),
      );
    };

    onInterrupt(scope, () => shown.forEach(hide => hide()));
    put({ [entry]: entry });
  });
}

function following(node: RegionNode, outcome: Outcome): Flows {
  if (outcome === undefined) return node.out ?? {};
  const nodeId = node.on?.[outcome];
  return nodeId === undefined ? {} : { [outcome]: nodeId };
}

const nothing: Run = async () => undefined;
