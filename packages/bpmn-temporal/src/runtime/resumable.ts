import type { StoredCompensation } from './compensation';
import type { JsonObject, JsonValue } from './json';
import type { Message, SubscriptionState, UserTaskState } from './state';

/**
 * Where an instance can stand when its run ends and a new one goes on: what waits for somebody or something, what is
 * around such a place, and the heads of loops. The compiler writes it for processes that can live for long.
 */
export interface Resumable {
  readonly [placeId: string]: Place;
}

export interface Place {
  /** The place around: a subprocess, an event subprocess, a parallel block or token region, or an activity with flows beside it. */
  readonly in?: string;
  /** Of a block its branch, of an activity the event whose flow runs beside it. */
  readonly branch?: string;
  /** The place before in the same flow; undefined where the way begins with the flow. */
  readonly after?: string;
  /** The ways out that lead here from there; what is not named is left by the ordinary one. */
  readonly ways?: Ways;
  /** A long run may pause here to end: the head of a loop, an activity with many instances. */
  readonly head?: true;
  /** No token stands there itself: a parallel block. */
  readonly block?: true;
  /** No flow leads there: an event subprocess. */
  readonly listens?: true;
}

export interface Ways {
  readonly [elementId: string]: string;
}

/** All that a new run has to know; data, since nothing else gets there. */
export interface Resume {
  readonly stays: readonly (readonly [placeId: string, stay: StoredStay])[];
  readonly entries: readonly (readonly [key: string, count: number])[];
  readonly path: readonly string[];
  readonly early: readonly Message[];
  readonly seen: readonly string[];
  readonly log: readonly StoredCompensation[];
  /** When events are due, and how often after that. */
  readonly timers: readonly (readonly [elementId: string, timer: ArmedTimer])[];
  /** Messages that are waited for, with the keys that were fixed on entry. */
  readonly awaited: readonly SubscriptionState[];
  /** Conditional events whose condition holds already. */
  readonly held: readonly string[];
  readonly shown: readonly string[];
  readonly lastEnd?: string;
}

/** What a new run has to know of a token that stays at a place. */
export interface StoredStay {
  /** It was on its way, and paused there. */
  readonly paused?: true;
  readonly key?: string;
  readonly since?: string;
  /** Variables of the activity alone. */
  readonly variables?: JsonObject;
  /** What has completed inside of a subprocess. */
  readonly log?: readonly StoredCompensation[];
  readonly task?: UserTaskState;
  /** Of a standard loop: turns that are through. */
  readonly turns?: number;
  readonly instances?: InstancesDone;
  readonly marking?: Marking;
}

export interface ArmedTimer {
  readonly due: number;
  readonly left: number;
}

/** How far a multi-instance activity is. */
export interface InstancesDone {
  readonly next: number;
  readonly completed: number;
  readonly results: readonly JsonValue[];
}

/** Tokens of a region that wait at joins, by flow; and what its complex gateways have seen. */
export interface Marking {
  readonly waiting: readonly (readonly [
    nodeId: string,
    tokens: readonly (readonly [flowId: string, count: number])[],
  ])[];
  readonly spent: readonly (readonly [
    nodeId: string,
    flowIds: readonly string[],
  ])[];
  readonly asked: readonly (readonly [nodeId: string, count: number])[];
}
