import type { Deployment } from '@ameide/plugin-transformation-common';
import type { Forge } from '@ameide/plugin-transformation-node';
import { GITOPS } from '../builds/pushBranches';
import type { LocalRunner } from '../runner/localRunner';
import type { TemporalClient } from '../temporal/connection';
import { desiredWorker, type DesiredWorker } from './desired';

/** How far a lane has come with what is wanted. */
export type Standing = Pick<Deployment, 'status' | 'message' | 'updatedAt'>;

/** What the lanes run of an artifact. */
export type ListDeployments = (
  tenant: string,
  artifactId: string,
) => Promise<Deployment[]>;

/**
 * What is wanted stands in the GitOps repository. Whether it runs the local
 * runner knows where there is one; else Temporal, which sees the workers poll.
 */
export function createListDeployments(
  forge: Pick<Forge, 'readFile'>,
  temporal: TemporalClient,
  runner: LocalRunner | undefined,
): ListDeployments {
  return async (tenant, artifactId) => {
    const wanted = await desiredWorker(
      path => forge.readFile(tenant, GITOPS, path),
      artifactId,
    );
    if (!wanted) return [];
    const standing = runner
      ? await runner.standing(wanted)
      : await standingByPollers(temporal, wanted);
    const { lane, revision, commit, namespace, taskQueue } = wanted;
    return [
      { artifactId, lane, revision, commit, namespace, taskQueue, ...standing },
    ];
  };
}

async function standingByPollers(
  temporal: TemporalClient,
  { namespace, taskQueue }: DesiredWorker,
): Promise<Standing> {
  const { workflowService } = (await temporal()).connection;
  const { pollers } = await workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name: taskQueue },
  });
  const updatedAt = new Date().toISOString();
  return pollers?.length
    ? { status: 'deployed', updatedAt }
    : {
        status: 'pending',
        message: `No worker polls the task queue ${taskQueue} yet; see whether Argo CD has rolled it out`,
        updatedAt,
      };
}
