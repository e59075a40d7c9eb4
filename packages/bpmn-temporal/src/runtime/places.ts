import type { Marking } from './resumable';
import type { Region, RegionNode } from './tokens';

/** The marking of a token region: tokens that wait at joins, by flow, and nodes in which tokens are. */
export class Places {
  private readonly region: Region;
  private readonly waiting = new Map<string, Map<string, number>>();
  private readonly moving = new Map<string, number>();
  /** Complex gateways that have fired and wait to be reset: the flows that they had then. */
  private readonly spent = new Map<string, ReadonlySet<string>>();
  private readonly asked = new Map<string, number>();

  constructor(region: Region, before?: Marking) {
    this.region = region;
    if (!before) return;
    for (const [nodeId, tokens] of before.waiting)
      this.waiting.set(nodeId, new Map(tokens));
    for (const [nodeId, flowIds] of before.spent)
      this.spent.set(nodeId, new Set(flowIds));
    for (const [nodeId, count] of before.asked) this.asked.set(nodeId, count);
  }

  /** What a new run has to know; the nodes in which tokens are tell it themselves. */
  store(): Marking {
    return {
      waiting: [...this.waiting].map(([id, tokens]) => [id, [...tokens]]),
      spent: [...this.spent].map(([id, flowIds]) => [id, [...flowIds]]),
      asked: [...this.asked],
    };
  }

  enter(nodeId: string): void {
    this.moving.set(nodeId, (this.moving.get(nodeId) ?? 0) + 1);
  }

  leave(nodeId: string): void {
    const left = (this.moving.get(nodeId) ?? 0) - 1;
    if (left > 0) this.moving.set(nodeId, left);
    else this.moving.delete(nodeId);
  }

  isMoving(nodeId: string): boolean {
    return this.moving.has(nodeId);
  }

  anyMoving(): boolean {
    return this.moving.size > 0;
  }

  add(nodeId: string, flowId: string): void {
    const marking = this.waiting.get(nodeId) ?? new Map<string, number>();
    marking.set(flowId, (marking.get(flowId) ?? 0) + 1);
    this.waiting.set(nodeId, marking);
  }

  /** Whether tokens wait at the node; a complex gateway with late ones, or to be reset, does. */
  waits(nodeId: string): boolean {
    return this.count(nodeId) > 0;
  }

  count(nodeId: string): number {
    const marking = this.waiting.get(nodeId);
    return marking ? [...marking.values()].reduce((a, b) => a + b, 0) : 0;
  }

  /** A token comes to a node that is no inclusive or complex join: true if the node can run, on the tokens that it takes. */
  ready(nodeId: string, node: RegionNode, flowId: string): boolean {
    const needs = node.needs ?? 1;
    if (!node.join && needs === 1) return true;
    this.add(nodeId, flowId);
    if (node.join && needs === 1) {
      const marking = this.waiting.get(nodeId);
      if (!node.join.every(flow => marking?.get(flow))) return false;
      this.takeOne(nodeId);
      return true;
    }
    if (this.count(nodeId) < needs) return false;
    this.waiting.delete(nodeId);
    return true;
  }

  /** Takes one token from each flow that has one. */
  takeOne(nodeId: string): ReadonlySet<string> {
    const marking = this.waiting.get(nodeId) ?? new Map<string, number>();
    const taken = new Set(marking.keys());
    for (const [flow, count] of [...marking]) {
      if (count > 1) marking.set(flow, count - 1);
      else marking.delete(flow);
    }
    if (marking.size === 0) this.waiting.delete(nodeId);
    return taken;
  }

  /** Inclusive and complex joins with something to decide. */
  waitingJoins(): [string, RegionNode][] {
    return [...new Set([...this.waiting.keys(), ...this.spent.keys()])].flatMap(
      (id): [string, RegionNode][] => {
        const node = this.region[id];
        return node?.merge || node?.complex ? [[id, node]] : [];
      },
    );
  }

  /**
   * Table 13.3: a token is there, and each token elsewhere that could still get to a flow that is empty could get to
   * one that is not, too; paths do not lead through the join itself.
   */
  mergeIsReady(nodeId: string, flows: readonly string[]): boolean {
    const has = (flow: string) => Boolean(this.waiting.get(nodeId)?.get(flow));
    if (!flows.some(has)) return false;
    const toEmpty = this.before(nodeId, flow => !has(flow));
    const toFull = this.before(nodeId, has);
    return [...this.elsewhere(nodeId)].every(
      id => !toEmpty.has(id) || toFull.has(id),
    );
  }

  isSpent(nodeId: string): boolean {
    return this.spent.has(nodeId);
  }

  /** False where the condition was asked with that many tokens already. */
  changed(nodeId: string, count: number): boolean {
    if (this.asked.get(nodeId) === count) return false;
    this.asked.set(nodeId, count);
    return true;
  }

  /** A complex gateway fires: takes the tokens that are there, and waits for the others. */
  spend(nodeId: string): void {
    this.spent.set(nodeId, this.takeOne(nodeId));
    this.asked.delete(nodeId);
  }

  /** True, and takes them, if the flows that were late then have brought theirs, or can't any more (13.4.5). */
  resets(nodeId: string, flows: readonly string[]): boolean {
    const early = this.spent.get(nodeId) ?? new Set<string>();
    const has = (flow: string) => Boolean(this.waiting.get(nodeId)?.get(flow));
    const late = flows.filter(flow => !early.has(flow));
    const missing = this.before(
      nodeId,
      flow => late.includes(flow) && !has(flow),
    );
    if ([...this.elsewhere(nodeId)].some(id => missing.has(id))) return false;
    const marking = this.waiting.get(nodeId);
    for (const flow of late) marking?.delete(flow);
    if (marking?.size === 0) this.waiting.delete(nodeId);
    this.spent.delete(nodeId);
    return true;
  }

  /** Nodes that hold a token, other than the join itself. */
  private elsewhere(joinId: string): Set<string> {
    const ids = new Set([...this.waiting.keys(), ...this.moving.keys()]);
    ids.delete(joinId);
    return ids;
  }

  /** Nodes from which a path leads to one of the flows of the join, without visiting it before. */
  private before(
    joinId: string,
    into: (flowId: string) => boolean,
  ): Set<string> {
    const found = new Set<string>();
    for (let grows = true; grows; ) {
      grows = false;
      for (const [id, node] of Object.entries(this.region)) {
        if (found.has(id) || id === joinId) continue;
        const leads = [node.out, node.on, node.beside].some(flows =>
          Object.entries(flows ?? {}).some(([flow, target]) =>
            target === joinId ? into(flow) : found.has(target),
          ),
        );
        if (!leads) continue;
        found.add(id);
        grows = true;
      }
    }
    return found;
  }
}
