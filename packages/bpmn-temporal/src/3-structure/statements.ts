import type { EventSubProcess, FlowNode } from '../1-parse/model';

/** Structured control flow; one statement a line of the output, more or less. */
export type Statement =
  | Run
  | Listen
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
  readonly node: FlowNode | StartChoice | FlowChoice;
  readonly inside?: Block;
  /** Of an ad-hoc subprocess: the flow from each activity that can be started. */
  readonly parts?: readonly { readonly id: string; readonly body: Block }[];
  readonly beside: readonly {
    readonly eventId: string;
    readonly body: Block;
  }[];
}

/** Arms an event subprocess; its flow runs when its event happens. */
export interface Listen {
  readonly kind: 'listen';
  readonly node: EventSubProcess;
  readonly body: Block;
}

/** Conditional flows that leave something else than a gateway (10.3: conditional sequence flow). */
export interface FlowChoice {
  readonly kind: 'flowChoice';
  readonly id: string;
  readonly of: FlowNode;
  /** True where one flow is taken always, never more. */
  readonly exclusive: boolean;
}

/** Which of several start events began the instance. */
export interface StartChoice {
  readonly kind: 'startChoice';
  readonly id: string;
  readonly startEventIds: readonly string[];
}

export interface Parallel {
  readonly kind: 'parallel';
  readonly id: string;
  /** Undefined where the drawing only implies it: several flows that leave an activity. */
  readonly fork: FlowNode | FlowChoice | undefined;
  readonly join: FlowNode | undefined;
  readonly branches: readonly Branching[];
  /** All branches, or those that the fork chooses. */
  readonly taken: 'all' | 'some';
}

export interface Branching {
  readonly flowId: string;
  readonly body: Block;
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
  readonly joins: 'all' | 'some' | 'complex';
  readonly needs: number;
  readonly gives: number;
  readonly out: readonly RegionFlow[];
  readonly on: readonly RegionFlow[];
  readonly beside: readonly RegionFlow[];
}

export interface RegionFlow {
  readonly id: string;
  readonly target: string;
}
