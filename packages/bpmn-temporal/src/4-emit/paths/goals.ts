import type { Body } from '../../1-parse/model';
import { entriesOf, waysOf } from './decisions';
import { fires, startKey } from './simulate';

/** A choice, with the choices that lead to where it is made. */
export interface Goal {
  readonly key: string;
  readonly outcome: string;
  readonly before: Goal | undefined;
}

/** Each outcome of each choice, in the order in which a token gets there by the shortest way. */
export function goalsIn(body: Body, before?: Goal): Goal[] {
  const goals: Goal[] = [];
  const choose = (
    key: string,
    outcome: string | undefined,
    from: Goal | undefined,
  ): Goal | undefined => {
    if (outcome === undefined) return from;
    const goal = { key, outcome, before: from };
    goals.push(goal);
    return goal;
  };
  const seen = new Set<string>();
  const open: { id: string; goal: Goal | undefined }[] = [];
  for (const { outcome, targets } of entriesOf(body)) {
    const goal = choose(startKey, outcome, before);
    for (const id of targets) open.push({ id, goal });
  }
  for (const node of body.nodes.values())
    if (node.kind === 'eventSubProcess')
      goals.push(...goalsIn(node.body, choose(node.id, fires, before)));
  for (let nth = 0; nth < open.length; nth += 1) {
    const { id, goal: from } = open[nth] ?? { id: '', goal: undefined };
    const node = body.nodes.get(id);
    if (!node || seen.has(id)) continue;
    seen.add(id);
    if (node.kind === 'subProcess' && !node.adHoc)
      goals.push(...goalsIn(node.body, from));
    for (const { outcome, targets } of waysOf(body, node)) {
      const goal = choose(id, outcome, from);
      for (const target of targets) open.push({ id: target, goal });
    }
  }
  return goals;
}
