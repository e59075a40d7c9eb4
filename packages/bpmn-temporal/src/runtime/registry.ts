import { CancellationScope, proxyActivities } from '@temporalio/workflow';
import type { Element } from './element';
import { inOrder } from './in-order';
import type { Scope } from './scope';
import { wait } from './wait';

/** A process that is called: the newest that was deployed, or the newest of the version. */
export interface Wanted {
  readonly processId: string;
  readonly versionTag?: string;
}

/** Where it is served. */
export interface Served {
  readonly workflowType: string;
  readonly taskQueue: string;
}

/** The activity of the worker that knows what is deployed in the namespace. */
export interface Registry {
  /** Null where no deployed project has it. */
  findProcess(wanted: Wanted): Promise<Served | null>;
}

/**
 * Asks where a process is served that is not of this drawing or not of this version.
 *
 * @throws where nobody knows: an incident of the call, which can be tried again when it has been deployed
 */
export async function findProcess(
  scope: Scope,
  element: Element,
  key: string,
  wanted: Wanted,
): Promise<Served> {
  const served = await wait<Served | null>(scope, settle => {
    const cancellation = new CancellationScope();
    const { findProcess: ask } = proxyActivities<Registry>({
      startToCloseTimeout: '30s',
      activityId: key,
      summary: element.name || element.id,
    });
    scope.instance.working += 1;
    cancellation
      .run(() => inOrder(ask(wanted)))
      .then(
        answer => settle.resolve(answer),
        (error: unknown) => settle.reject(error),
      );
    return () => {
      scope.instance.working -= 1;
      cancellation.cancel();
    };
  });
  if (served) return served;
  const { processId, versionTag } = wanted;
  throw new Error(
    `No deployed project has a process ${processId}${
      versionTag ? ` with the version tag ${versionTag}` : ''
    } that can be called`,
  );
}
