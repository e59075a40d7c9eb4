import type { Body } from '../../1-parse/model';
import { allBodies } from '../../1-parse/walk';
import { goalsIn } from './goals';
import type { Goal } from './goals';
import { simulate } from './simulate';
import { towardsEnd } from './towards-end';

/** Runs that take every flow, boundary event and event subprocess of a process once, as far as steering can. */
export interface Paths {
  /** What leads to an end, for all that is not said otherwise. */
  readonly then: ReadonlyMap<string, string>;
  readonly runs: readonly ReadonlyMap<string, string>[];
  /** Nodes that the runs get to, and all there are. */
  readonly reached: readonly string[];
  readonly all: number;
  /** Sequence flows that the runs take, and all there are. */
  readonly flows: { readonly taken: number; readonly all: number };
}

/** Choices and steps of all runs together; a test of more would take too long, and a drawing of more is too large for one. */
const mostChoices = 2_000;
const mostSteps = 20_000;

export function pathsOf(body: Body): Paths {
  const then = new Map<string, string>();
  towardsEnd(body, then);
  const chosen = new Set<string>();
  const reached = new Set<string>();
  const flows = new Set<string>();
  const runs: ReadonlyMap<string, string>[] = [];
  let choices = 0;
  let steps = 0;
  for (const goal of [undefined, ...goalsIn(body)]) {
    if (choices > mostChoices || steps > mostSteps) break;
    if (goal && chosen.has(`${goal.key} ${goal.outcome}`)) continue;
    const first = choicesOf(goal);
    const visited = simulate(body, { first, then });
    runs.push(first);
    choices += first.size;
    steps += visited.nodes.size;
    for (const one of visited.chosen) chosen.add(one);
    for (const id of visited.nodes) reached.add(id);
    for (const id of visited.flows) flows.add(id);
  }
  const bodies = [...allBodies(body)];
  const sum = (counts: readonly number[]) =>
    counts.reduce((all, one) => all + one, 0);
  return {
    then,
    runs,
    reached: [...reached].sort(),
    all: sum(bodies.map(({ nodes }) => nodes.size)),
    flows: {
      taken: flows.size,
      all: sum(bodies.map(inside => inside.flows.length)),
    },
  };
}

function choicesOf(goal: Goal | undefined): Map<string, string> {
  const choices: [string, string][] = [];
  for (let at = goal; at; at = at.before) choices.push([at.key, at.outcome]);
  return new Map(choices.reverse());
}
