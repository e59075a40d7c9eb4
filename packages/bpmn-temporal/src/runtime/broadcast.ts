import {
  CancellationScope,
  proxyActivities,
  workflowInfo,
} from '@temporalio/workflow';
import type { Element } from './element';
import { inOrder } from './in-order';
import type { JsonObject } from './json';
import type { Scope } from './scope';
import { receiveSignal } from './signal';
import { wait } from './wait';

/** The activity of the worker that tells all other instances of a signal, and starts those that begin with it. */
export interface Broadcasting {
  broadcastSignal(signal: BroadcastSignal): Promise<void>;
}

export interface BroadcastSignal {
  readonly name: string;
  readonly variables: JsonObject;
  /** Workflow id of the thrower, which has had it already. */
  readonly except: string;
}

/** Throws a signal to everybody who waits for it: in this instance at once, then in all others of the namespace (10.5.1). */
export async function broadcast(
  scope: Scope,
  element: Element,
  key: string,
  name: string,
  variables: JsonObject,
): Promise<void> {
  receiveSignal(scope.instance, name, variables);
  if (scope.closed) return;
  const { broadcastSignal } = proxyActivities<Broadcasting>({
    startToCloseTimeout: '30s',
    ...(key ? { activityId: key } : {}),
    summary: element.name || element.id || name,
  });
  const signal = { name, variables, except: workflowInfo().workflowId };
  await wait<void>(scope, settle => {
    const cancellation = new CancellationScope();
    cancellation
      .run(() => inOrder(broadcastSignal(signal)))
      .then(
        () => settle.resolve(),
        (error: unknown) => settle.reject(error),
      );
    return () => cancellation.cancel();
  });
}
