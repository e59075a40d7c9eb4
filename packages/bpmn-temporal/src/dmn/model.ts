/** What the compiler knows of the DMN files: the decisions, and what is wrong with them. */
export interface Decisions {
  readonly byId: ReadonlyMap<string, Decision>;
  /** Files that could not be read, and decisions that there are twice. */
  readonly problems: readonly string[];
}

export interface Decision {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  /** What its result is called in the decisions that require it. */
  readonly variable: string;
  /** Ids of the decisions that it requires. */
  readonly requires: readonly string[];
  readonly logic: Logic;
}

export type Logic =
  | DecisionTable
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'unsupported'; readonly what: string };

export interface DecisionTable {
  readonly kind: 'table';
  readonly hitPolicy: string;
  readonly inputs: readonly {
    readonly label: string;
    readonly expression: string;
  }[];
  readonly outputs: readonly Output[];
  readonly rules: readonly {
    readonly annotation: string;
    readonly tests: readonly string[];
    readonly outputs: readonly string[];
  }[];
}

export interface Output {
  readonly name: string;
  /** The allowed values, the most important first, as unary tests. */
  readonly values: string;
  readonly otherwise: string;
}

export const noDecisions: Decisions = { byId: new Map(), problems: [] };

/** The decision with all that it requires, each before what requires it. */
export function withRequired(
  decisions: Decisions,
  ids: Iterable<string>,
): Decision[] {
  const found = new Map<string, Decision>();
  const open = new Set<string>();
  const visit = (id: string) => {
    const decision = decisions.byId.get(id);
    if (!decision || found.has(id) || open.has(id)) return;
    open.add(id);
    decision.requires.forEach(visit);
    found.set(id, decision);
  };
  for (const id of ids) visit(id);
  return [...found.values()];
}
