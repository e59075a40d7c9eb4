import type { Compensation } from './compensation';
import { BpmnError, Terminated, Through } from './errors';
import { ask, branchesInside, mustAsk } from './resume';
import { childScope, interrupt } from './scope';
import type { Scope } from './scope';

/** The flow of a process or subprocess that is under way. */
export interface Body {
  /** Holds the variables; ends with the last token. */
  readonly scope: Scope;
  /** Where event subprocesses listen: until an interrupting one has happened. */
  readonly watch: Scope;
  /** What has completed and can be compensated, in the order of completion. */
  readonly log: Compensation[];
  /** The body around, for an event subprocess: it compensates that, too (10.7). */
  readonly around?: Compensation[];
  /** What the run before has left of it. */
  readonly takenOver: TakenOver | undefined;
  /** Event subprocesses that catch errors. */
  errors: readonly ErrorCatcher[];
  /** How many tokens there are. */
  tokens(): number;
  /** Starts a further token. */
  spawn(run: (flow: Scope) => Promise<void>): void;
  /** Ends all tokens and goes on with one: an event subprocess that interrupts (13.5.4). */
  replace(run: (flow: Scope) => Promise<void>): void;
}

/** What the run before has left of a body. */
export interface TakenOver {
  readonly log: Compensation[];
  /** Its own flow was through then. */
  readonly over: boolean;
}

export interface ErrorCatcher {
  readonly code: string | undefined;
  run(flow: Scope, error: BpmnError): Promise<void>;
}

/**
 * Runs the flow of a process or subprocess until its last token is consumed (13.3.4). What one token throws ends all
 * of them; a terminate end event does so without being an error.
 */
export function runBody(
  scope: Scope,
  start: (flow: Scope) => Promise<void>,
  around?: Compensation[],
  takenOver?: TakenOver,
): Promise<Body> {
  return new Promise((resolve, reject) =>
    openBody(scope, start, resolve, reject, around, takenOver),
  );
}

/** The same for who has a promise already: the SDK takes a stack trace of each. */
export function openBody(
  scope: Scope,
  start: (flow: Scope) => Promise<void>,
  resolve: (body: Body) => void,
  reject: (error: unknown) => void,
  around?: Compensation[],
  takenOver?: TakenOver,
): void {
  let flow = scope;
  let tokens = 0;
  const end = (effect: () => void) => {
    if (tokens < 0) return;
    tokens = -1;
    interrupt(scope);
    effect();
  };
  const body: Body = {
    scope,
    watch: childScope(scope),
    log: takenOver?.log ?? [],
    errors: [],
    takenOver,
    ...(around ? { around } : {}),
    tokens: () => tokens,
    spawn(run) {
      const own = flow;
      const current = () => own === flow && tokens > 0;
      tokens += 1;
      const through = () => {
        if (!current()) return;
        tokens -= 1;
        if (tokens === 0) end(() => resolve(body));
      };
      run(own).then(through, (error: unknown) => {
        if (error instanceof Through) through();
        else if (current()) fail(error);
      });
    },
    replace(run) {
      interrupt(body.watch);
      interrupt(flow);
      body.errors = [];
      scope.catches = [];
      scope.escalations = [];
      flow = childScope(scope);
      tokens = 0;
      body.spawn(run);
    },
  };
  const fail = (error: unknown) => {
    const catcher =
      error instanceof BpmnError
        ? catcherOf(body.errors, error.code)
        : undefined;
    if (catcher && error instanceof BpmnError)
      body.replace(next => catcher.run(next, error));
    else if (error instanceof Terminated) end(() => resolve(body));
    else end(() => reject(error));
  };
  scope.body = body;
  body.watch.body = body;
  flow = childScope(scope);
  body.spawn(start);
}

/** The one for the code, before the one for all codes. */
export function catcherOf<
  Catcher extends { readonly code: string | undefined },
>(catchers: readonly Catcher[], code: string): Catcher | undefined {
  return (
    catchers.find(catcher => catcher.code === code) ??
    catchers.find(catcher => catcher.code === undefined)
  );
}

/** Several flows at once, from a parallel gateway to the one that joins them (10.6.4). */
export async function all(
  scope: Scope,
  id: string,
  ...branches: readonly (() => Promise<void>)[]
): Promise<void> {
  const { instance } = scope;
  const run = async () => {
    await runBranches(branches, branchesInside(instance, id));
    return undefined;
  };
  await (mustAsk(instance, id) ? ask(scope, id, run) : run());
}

/** All branches; in a new run those that were not through when the one before ended. */
export function runBranches(
  branches: readonly (() => Promise<void>)[],
  inside: ReadonlyMap<string, unknown> | undefined,
): Promise<unknown> {
  return Promise.all(
    branches.map((branch, nth) =>
      !inside || inside.has(String(nth)) ? branch() : undefined,
    ),
  );
}
