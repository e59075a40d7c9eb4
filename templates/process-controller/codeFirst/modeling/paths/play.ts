import type { Flow, Node, Process } from './process.ts';

/** A run of the process from a start to its end. */
export interface Path {
  /** The flows and boundary events that were decided for, joined by "+"; `straight` where nothing is to decide. */
  name: string;
  /** Ids of the flow nodes that are entered, a boundary event after its activity. */
  elements: string[];
  /** Which of them has to be entered before which. */
  precedes: [string, string][];
}

/** How far a run is: it is never changed, because runs part at a choice. */
interface Run {
  tokens: Node[];
  /** Tokens that wait at a join. */
  arrived: Node[];
  elements: string[];
  precedes: [string, string][];
  decided: string[];
}

/** What may happen at a node. */
interface Choice {
  /** Nothing where there is no other way. */
  decided?: string[];
  flows: Flow[];
  boundaries?: Node[];
}

/** More of them say nothing new. */
const MOST_RUNS = 20_000;

/**
 * Plays the tokens of a process through all that can be decided, twice at most where a way leads back.
 *
 * @throws Error that names a join that waits for ever
 */
export function play({ starts }: Process): Path[] {
  const open: Run[] = starts.map(start => ({
    tokens: [start],
    arrived: [],
    elements: [],
    precedes: [],
    decided: starts.length > 1 ? [start.id] : [],
  }));
  const paths: Path[] = [];
  let runs = 0;
  for (let run = open.pop(); run && runs < MOST_RUNS; run = open.pop()) {
    runs += 1;
    const [node] = run.tokens;
    const merging = run.arrived.find(isInclusive);
    if (node) open.push(...enter(run, node).reverse());
    else if (merging) open.push(pass(run, merging));
    else paths.push(pathOf(run));
  }
  return paths;
}

function enter(run: Run, node: Node): Run[] {
  const elements = [...run.elements, node.id];
  const tokens = run.tokens.slice(1);
  if (node.terminates) {
    return [{ ...run, elements, tokens: [], arrived: [] }];
  }
  return choicesAt(node)
    .filter(({ decided = [] }) => decided.every(id => isOpen(run, id)))
    .map(choice => take({ ...run, elements, tokens }, node, choice));
}

function choicesAt({ type, outgoing, boundaries }: Node): Choice[] {
  if (/ExclusiveGateway|EventBasedGateway/.test(type) && outgoing.length > 1) {
    return outgoing.map(flow => ({ decided: [flow.id], flows: [flow] }));
  }
  if (type === 'bpmn:InclusiveGateway' && outgoing.length > 1) {
    return subsets(outgoing).map(flows => ({
      decided: flows.map(flow => flow.id),
      flows,
    }));
  }
  return [
    { flows: outgoing },
    ...boundaries.map(boundary => ({
      decided: [boundary.id],
      flows: boundary.interrupting ? [] : outgoing,
      boundaries: [boundary],
    })),
  ];
}

function take(run: Run, node: Node, choice: Choice): Run {
  const { decided = [], flows, boundaries = [] } = choice;
  return flows.reduce(
    (before, flow) => arrive(before, flow),
    boundaries.reduce(
      (before, boundary): Run => ({
        ...before,
        tokens: [...before.tokens, boundary],
        precedes: [...before.precedes, [node.id, boundary.id]],
      }),
      { ...run, decided: [...run.decided, ...decided] },
    ),
  );
}

const isOpen = ({ decided }: Run, id: string) =>
  decided.filter(before => before === id).length < 2;

const isInclusive = ({ type }: Node) => type === 'bpmn:InclusiveGateway';

function arrive(run: Run, { source, target }: Flow): Run {
  const precedes: Run['precedes'] = [...run.precedes, [source, target.id]];
  const ways = target.incoming.length;
  if (ways < 2 || !/Parallel|Inclusive/.test(target.type)) {
    return { ...run, precedes, tokens: [...run.tokens, target] };
  }
  const after = { ...run, precedes, arrived: [...run.arrived, target] };
  const here = after.arrived.filter(node => node === target).length;
  return here < ways || isInclusive(target) ? after : pass(after, target);
}

/** A parallel join when a token has come on each of its flows, an inclusive one when no other can come (13.4.3). */
const pass = (run: Run, join: Node): Run => ({
  ...run,
  arrived: run.arrived.filter(node => node !== join),
  tokens: [...run.tokens, join],
});

function pathOf({ elements, precedes, decided, arrived }: Run): Path {
  const [waiting] = arrived;
  if (waiting) {
    throw new Error(
      `${waiting.id} waits for a token that does not come where ${
        decided.join('+') || 'nothing'
      } was decided`,
    );
  }
  return { name: decided.join('+') || 'straight', elements, precedes };
}

const subsets = <T>(all: T[]): T[][] =>
  all
    .reduce<T[][]>(
      (some, one) => [...some, ...some.map(set => [...set, one])],
      [[]],
    )
    .filter(set => set.length);
