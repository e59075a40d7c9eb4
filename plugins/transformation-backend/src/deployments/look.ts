import type { Deployment } from '@ameide/plugin-transformation-common';
import type { Forge } from '@ameide/plugin-transformation-node';
import { GITOPS } from '../builds/pushBranches';
import type { LocalRunner } from '../runner/localRunner';
import type { TemporalClient } from '../temporal/connection';
import { desiredWorker, type DesiredWorker } from './desired';

/** How far a lane has come with what is wanted. */
export type Standing = Pick<Deployment, 'status' | 'message' | 'updatedAt'>;

/** What a lane is wanted to run, and how far that is. */
export type Seen = Omit<Deployment, 'observedAt' | 'buildId'>;

/** Looks at the world: at what is wanted of an artifact, and at who serves a task queue. */
export interface Look {
  /** Undefined where nothing is wanted. */
  wanted(tenant: string, artifactId: string): Promise<Seen | undefined>;
  isServed(
    queue: Pick<Deployment, 'namespace' | 'taskQueue'>,
  ): Promise<boolean>;
}

/**
 * What is wanted stands in the GitOps repository. Whether it runs the local
 * runner knows where there is one; else Temporal, which sees the workers poll.
 */
export function createLook(
  forge: Pick<Forge, 'readFile'>,
  temporal: TemporalClient,
  runner: LocalRunner | undefined,
): Look {
  const isServed: Look['isServed'] = async ({ namespace, taskQueue }) => {
    const { workflowService } = (await temporal()).connection;
    const { pollers } = await workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: taskQueue },
    });
    return Boolean(pollers?.length);
  };
  const standingByPollers = async (
    wanted: DesiredWorker,
  ): Promise<Standing> => {
    const updatedAt = new Date().toISOString();
    return (await isServed(wanted))
      ? { status: 'deployed', updatedAt }
      : {
          status: 'pending',
          message: `No worker polls the task queue ${wanted.taskQueue} yet; see whether Argo CD has rolled it out`,
          updatedAt,
        };
  };
  return {
    isServed,
    async wanted(tenant, artifactId) {
      const wanted = await desiredWorker(
        path => forge.readFile(tenant, GITOPS, path),
        artifactId,
      );
      if (!wanted) return undefined;
      const standing = await (runner
        ? runner.standing(wanted)
        : standingByPollers(wanted));
      const { lane, revision, commit, namespace, taskQueue } = wanted;
      return {
        artifactId,
        lane,
        revision,
        commit,
        namespace,
        taskQueue,
        ...standing,
      };
    },
  };
}
