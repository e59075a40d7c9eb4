import type { FlowNode } from '../1-parse/model';

/** Structured control flow; one statement a line of the output, more or less. */
export type Statement =
  | Run
  | Branch
  | { readonly kind: 'block'; readonly label: string; readonly body: Block }
  | { readonly kind: 'loop'; readonly label: string; readonly body: Block }
  | { readonly kind: 'break'; readonly label: string }
  | { readonly kind: 'continue'; readonly label: string }
  /** The token is consumed, or its branch is through. */
  | { readonly kind: 'return' }
  | Parallel
  | TokenRegion;

export type Block = readonly Statement[];

/** Runs an element that has one way out. */
export interface Run {
  readonly kind: 'run';
  readonly element: Invocation;
}

/** Runs an element and goes on by its outcome; `undefined` is the ordinary way out. */
export interface Branch {
  readonly kind: 'branch';
  readonly element: Invocation;
  readonly cases: readonly Case[];
}

export interface Case {
  readonly outcome: string | undefined;
  readonly body: Block;
}

/** An element with the flows that belong to it: the inside of a subprocess, and what runs beside an activity. */
export interface Invocation {
  readonly node: FlowNode | StartChoice;
  readonly inside?: Block;
  readonly beside: readonly {
    readonly eventId: string;
    readonly body: Block;
  }[];
}

/** Which of several start events began the instance. */
export interface StartChoice {
  readonly kind: 'startChoice';
  readonly id: string;
  readonly startEventIds: readonly string[];
}

export interface Parallel {
  readonly kind: 'parallel';
  readonly fork: FlowNode | undefined;
  readonly join: FlowNode | undefined;
  readonly branches: readonly Block[];
}

/** A part that is no nest of blocks: a table of nodes that the runtime runs over a marking. */
export interface TokenRegion {
  readonly kind: 'tokens';
  readonly entry: string;
  readonly nodes: readonly RegionNode[];
}

export interface RegionNode {
  readonly id: string;
  /** Nothing to run: an event that has happened already, or a fork that the drawing only implies. */
  readonly element: Invocation | undefined;
  readonly join: readonly string[];
  readonly out: readonly RegionFlow[];
  readonly on: readonly RegionFlow[];
  readonly beside: readonly RegionFlow[];
}

export interface RegionFlow {
  readonly id: string;
  readonly target: string;
}
