import { readFileSync } from 'node:fs';
import type { JsonObject, JsonValue } from '../../src/types';

/** What happens to the compiled process and to its twin alike; docs/reference/twins.md describes it. */
export interface Scenario {
  /** The process of the drawing; the first that can be executed unless it is said. */
  readonly process?: string;
  /** Start variables: the one argument of the workflow. */
  readonly start?: JsonObject;
  /** Answers by job type, call by call (attempts count); the last one is given again and again. */
  readonly jobs?: { readonly [jobType: string]: readonly Answer[] };
  /** One after the other, each as soon as nothing moves any more. */
  readonly steps?: readonly Step[];
  /** Search attributes to be there besides BpmnOpen, by name: `Keyword`, `KeywordList`, `Text`, `Int`, `Bool` … */
  readonly searchAttributes?: { readonly [name: string]: string };
  /** Milliseconds until both have to be over; 60,000 unless it is said. */
  readonly timeout?: number;
  /** Where the twin has other names. */
  readonly twin?: TwinNames;
}

export interface TwinNames {
  /** The exported function; needed where the module exports several. */
  readonly workflow?: string;
  /** Arguments instead of the start variables. */
  readonly args?: readonly JsonValue[];
  /** Job types by the twin's activity types; those that have the same name need not be there. */
  readonly activities?: { readonly [activityType: string]: string };
}

/** How a job ends. */
export type Answer = {
  /** Milliseconds that the job takes. */
  readonly after?: number;
} & (
  | { readonly result: JsonValue }
  /** A technical failure: it is tried again as the policy says, or at once an incident. */
  | { readonly failure: string; readonly nonRetryable?: boolean }
  /** A BPMN error. */
  | {
      readonly error: string;
      readonly message?: string;
      readonly variables?: JsonObject;
    }
  /** It never does. */
  | { readonly hang: true }
);

export type Step = Action & {
  /** What is done to the twin instead. */
  readonly twin?: Action;
};

export type Action =
  | { readonly completeUserTask: JsonObject }
  | { readonly resolveIncident: JsonObject }
  | { readonly message: JsonObject }
  | { readonly update: string; readonly args?: readonly JsonValue[] }
  | { readonly signal: string; readonly args?: readonly JsonValue[] }
  /** Milliseconds. */
  | { readonly wait: number }
  | { readonly cancel: true };

const keys = [
  'process',
  'start',
  'jobs',
  'steps',
  'searchAttributes',
  'timeout',
  'twin',
];
const answers = ['result', 'failure', 'error', 'hang'];
const actions = [
  'completeUserTask',
  'resolveIncident',
  'message',
  'update',
  'signal',
  'wait',
  'cancel',
];

/** @throws an error that says what is wrong with the file */
export function readScenario(file: string): Scenario {
  const scenario = JSON.parse(readFileSync(file, 'utf8')) as Scenario;
  const wrong = (what: string) => new Error(`${file}: ${what}`);
  for (const key of Object.keys(scenario))
    if (!keys.includes(key))
      throw wrong(`there is no ${key}; there are ${keys.join(', ')}`);
  for (const [jobType, list] of Object.entries(scenario.jobs ?? {})) {
    if (!Array.isArray(list) || list.length === 0)
      throw wrong(`jobs.${jobType} has to be a list of answers`);
    for (const answer of list) needsOne(answer, answers, `jobs.${jobType}`);
  }
  for (const [at, step] of (scenario.steps ?? []).entries()) {
    needsOne(step, actions, `steps[${at}]`);
    if (step.twin) needsOne(step.twin, actions, `steps[${at}].twin`);
  }
  return scenario;

  function needsOne(given: object, known: readonly string[], where: string) {
    const found = known.filter(name => name in given);
    if (found.length !== 1)
      throw wrong(`${where} needs one of ${known.join(', ')}`);
  }
}
