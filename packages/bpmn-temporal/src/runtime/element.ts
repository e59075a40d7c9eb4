import type { Scope } from './scope';

/** An element of the drawing: its id and its name are there once, in the table on top of the workflow. */
export interface Element {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** What an element that is run answers: the id of the boundary event, flow or caught event by which the token leaves, or nothing. */
export type Outcome = string | undefined;

/** The flows behind boundary events that do not interrupt, by the event's id. */
export type Handlers = { readonly [boundaryId: string]: () => Promise<void> };

/** Runs an element for one token. */
export type Run = (scope: Scope, handlers?: Handlers) => Promise<Outcome>;

/** Runs a gateway that may let the token out on several flows. */
export type Split = (scope: Scope) => Promise<readonly string[]>;
