import type { Element } from './element';
import type { Inbox } from './inbox';
import type { Resolution } from './incident';
import { openInbox } from './inbox';
import { step } from './serial';
import type { SignalSubscription } from './signal';
import type { Start } from './start';
import type { ArmedTimer, Resumable, Resume, StoredStay } from './resumable';
import type { Following } from './resume';
import type { Scope } from './scope';
import type { Stay } from './stay';
import type {
  AdHocState,
  IncidentState,
  TokenState,
  UserTaskState,
} from './state';
import type { JsonObject } from './json';
import type { Answers } from './user-task';

/** What is known of one process instance; all of it is told by the query `state`. */
export interface Instance {
  readonly processId: string;
  readonly tokens: Set<TokenState>;
  readonly userTasks: Map<string, OpenTask>;
  readonly incidents: Map<string, OpenIncident>;
  /** Scopes of the activities that are under way, by key. */
  readonly scopes: Map<string, Scope>;
  readonly inbox: Inbox;
  /** Called processes by their workflow id, with the scope of the call. */
  readonly calls: Map<string, Scope>;
  readonly adHocs: Map<string, OpenAdHoc>;
  readonly signals: Set<SignalSubscription>;
  /** Conditional events that wait; called after every write of a variable. */
  readonly conditions: Set<() => void>;
  /** How it was started. */
  readonly start: Start;
  readonly path: string[];
  readonly entries: Map<string, number>;
  /** The end event of the process that was reached last. */
  lastEnd?: string;
  over: boolean;
  /** Where a new run can begin. */
  readonly resumable: Resumable;
  /** What stays where a new run can begin, by the place. */
  readonly stays: Map<string, Set<Stay>>;
  /** Until the tokens have got to where the run before ended. */
  following?: Following | undefined;
  /** What the run before has left, and what of it is at a place that no token has got to yet. */
  resumed?: Resume;
  readonly left: Map<string, StoredStay>;
  /** The run ends here, and a new one goes on. */
  ends: boolean;
  readonly timers: Map<string, ArmedTimer>;
  readonly held: Set<string>;
  /** What Temporal's own page was told last. */
  details: string;
  /** Elements that a test has decided once. */
  readonly steeredAlready: Set<string>;
  /** Ends the run with what is thrown. */
  end(thrown: unknown): void;
  /** Jobs and called processes that are under way. */
  working: number;
  /** The marks that the server was told last. */
  shown: readonly string[];
}

/** An ad-hoc subprocess in which activities can be started. */
export interface OpenAdHoc {
  readonly state: AdHocState;
  activate(elementIds: readonly string[]): void;
}

/** A task that waits for a person. */
export interface OpenTask {
  state: UserTaskState;
  readonly answers: Answers;
  /** False where it no longer waits. */
  answer(variables: JsonObject): boolean;
}

/** A token that waits for an operator. */
export interface OpenIncident {
  readonly state: IncidentState;
  /** False where it no longer waits. */
  answer(resolution: Resolution): boolean;
}

export function createInstance(
  processId: string,
  start: Start,
  resumable: Resumable,
): Instance {
  return {
    processId,
    tokens: new Set(),
    userTasks: new Map(),
    incidents: new Map(),
    inbox: openInbox(),
    scopes: new Map(),
    calls: new Map(),
    adHocs: new Map(),
    signals: new Set(),
    conditions: new Set(),
    start,
    path: [],
    entries: new Map(),
    over: false,
    resumable,
    stays: new Map(),
    left: new Map(),
    ends: false,
    timers: new Map(),
    held: new Set(),
    details: '',
    steeredAlready: new Set(),
    end: () => {},
    working: 0,
    shown: [],
  };
}

/** Notes that a token enters the element; answers the key of this entry: the id, with `:n` from the second entry on. */
export function enter(instance: Instance, element: Element): string {
  visit(instance, element);
  return keyOf(instance, element);
}

/** Notes that a token gets to the element. */
export function visit(instance: Instance, element: Element): void {
  step();
  instance.path.push(element.id);
}

/** The key of one more entry, which is also its activity id. */
export function keyOf(instance: Instance, element: Element): string {
  const entry = (instance.entries.get(element.id) ?? 0) + 1;
  instance.entries.set(element.id, entry);
  return entry === 1 ? element.id : `${element.id}:${entry}`;
}

/** Notes that a token stays at the element; the answer takes it away. */
export function arrive(
  instance: Instance,
  element: Element,
  since: string = now(),
): () => void {
  step();
  const token: TokenState = {
    elementId: element.id,
    type: element.type,
    since,
  };
  if (element.name) token.name = element.name;
  instance.tokens.add(token);
  return () => {
    step();
    instance.tokens.delete(token);
  };
}

/** The workflow's time. */
export function now(): string {
  return new Date().toISOString();
}
