import {
  ActivityCancellationType,
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow';
import type { ActivityOptions } from '@temporalio/workflow';
import { runActivity } from './activity';
import type { Activity } from './activity';
import { BpmnError, Interrupted } from './errors';
import type { Run } from './element';
import { noteEnd } from './event';
import { inOrder } from './in-order';
import { attemptWait } from './incident';
import { toVariables } from './json';
import type { JsonObject } from './json';
import { bytesTooMany, payloadTooLarge, tellSize } from './payload';
import { localOptions, notLocalBecause } from './policy';
import type { JobPolicy } from './policy';
import { visible } from './scope';
import type { Scope } from './scope';
import { wait } from './wait';

export interface Job {
  /** The job type of the drawing; it is the activity type in Temporal. */
  readonly job: string;
  readonly policy: JobPolicy;
  readonly headers?: { readonly [key: string]: string };
  /** Nothing can interrupt it or run beside it, as the drawing shows. */
  readonly alone?: boolean;
}

export interface JobConfig extends Omit<Activity, 'id' | 'name'>, Job {}

/** A task or event that is done by a worker: one Temporal activity whose id is the element's, or a local one. */
export function job(id: string, name: string, config: JobConfig): Run {
  const activity = { id, name, ...config };
  return (scope, handlers) =>
    runActivity(scope, activity, handlers, (local, key) => {
      const done = attemptWait<JsonObject>(local, activity, key, recover =>
        execute(local, activity, key, recover),
      );
      if (activity.type !== 'endEvent') return done;
      return done.then(result => {
        noteEnd(scope, id);
        return result;
      });
    });
}

export function execute(
  local: Scope,
  activity: Activity & Job,
  key: string,
  recover?: (error: unknown) => Promise<JsonObject>,
): Promise<JsonObject> {
  const input = activity.input?.length ? local.variables : visible(local);
  const args = activity.headers
    ? [input, { headers: activity.headers }]
    : [input];
  const bytes = bytesTooMany(args);
  if (bytes !== undefined)
    throw new Error(
      `The input of the job ${activity.job} is ${tellSize(
        bytes,
      )}: map what it needs`,
    );
  return activity.alone
    ? executeAlone(local, activity, key, args, recover)
    : wait<JsonObject>(
        local,
        settle => {
          const cancellation = new CancellationScope();
          local.instance.working += 1;
          cancellation
            .run(() => schedule(activity, key, args))
            .then(
              answer => settle.resolve(toVariables(answer)),
              (error: unknown) => settle.reject(asBpmnError(local, error)),
            );
          return () => {
            local.instance.working -= 1;
            cancellation.cancel();
          };
        },
        recover,
      );
}

/**
 * What nothing can interrupt ends with the instance alone, which Temporal sees to: nobody has to wait for that beside it.
 * What is answered is no promise, but what one waits for once: the SDK takes a stack trace of each promise.
 */
function executeAlone(
  local: Scope,
  activity: Activity & Job,
  key: string,
  args: unknown[],
  recover: ((error: unknown) => Promise<JsonObject>) | undefined,
): Promise<JsonObject> {
  const { instance } = local;
  instance.working += 1;
  const scheduled = schedule(activity, key, args);
  const awaited = {
    then<T, F>(
      resolved: (result: JsonObject) => T,
      failed: (error: unknown) => F = rethrow,
    ) {
      const end = <R>(effect: () => R) => {
        instance.working -= 1;
        return local.closed ? failed(new Interrupted()) : effect();
      };
      return scheduled.then(
        answer => end(() => resolved(toVariables(answer))),
        (error: unknown) =>
          end(() => {
            const thrown = asBpmnError(local, error);
            return recover
              ? recover(thrown).then(resolved, failed)
              : failed(thrown);
          }),
      );
    },
  };
  return awaited as unknown as Promise<JsonObject>;
}

function rethrow(error: unknown): never {
  throw error;
}

function schedule(
  activity: Activity & Job,
  key: string,
  args: unknown[],
): Promise<unknown> {
  const { policy, alone, name, id } = activity;
  try {
    if (policy.local && notLocalBecause(policy, alone) === undefined) {
      // it has no id in the history, so that the summary tells the element
      const summary = name ? `${name} (${key})` : key;
      const options = { ...localOptions(policy), summary };
      return called(proxyLocalActivities<Activities>(options), activity, args);
    }
    const options: ActivityOptions = Object.assign(
      { cancellationType: ActivityCancellationType.TRY_CANCEL },
      policy,
      { activityId: key, summary: name || id },
    );
    return called(proxyActivities<Activities>(options), activity, args);
  } catch (error) {
    return Promise.reject(error);
  }
}

function called(
  activities: Activities,
  { job: jobType }: Job,
  args: unknown[],
): Promise<unknown> {
  return inOrder(activities[jobType]?.(...args) ?? Promise.resolve());
}

type Activities = Record<string, (...input: unknown[]) => Promise<unknown>>;

/** A failure that is not to be retried and whose type is a code that somebody catches is a BPMN error (13.5.4). */
function asBpmnError(scope: Scope, error: unknown): unknown {
  // that of a local one comes as it was thrown
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (!(cause instanceof ApplicationFailure) || !cause.nonRetryable)
    return error;
  const code = cause.type ?? '';
  if (code === payloadTooLarge) return new Error(cause.message);
  if (isCaught(scope, code))
    return new BpmnError(code, cause.message, toVariables(cause.details?.[0]));
  return new Error(
    code && code !== 'Error'
      ? `${code}: ${cause.message} (nothing catches it)`
      : cause.message,
  );
}

function isCaught(scope: Scope, code: string): boolean {
  if (scope.catches.some(caught => caught === undefined || caught === code))
    return true;
  if (scope.parent) return isCaught(scope.parent, code);
  const caller = scope.instance.start.called?.catches ?? [];
  return caller.some(caught => caught === null || caught === code);
}
