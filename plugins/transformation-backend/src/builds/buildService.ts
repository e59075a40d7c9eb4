import { ConflictError } from '@backstage/errors';
import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  type Client,
} from '@temporalio/client';
import { v7 as uuidv7 } from 'uuid';
import type {
  Build,
  BuildFiles,
  CreateBuildRequest,
  Revision,
} from '@ameide/plugin-transformation-common';
import { SequenceConflictError } from '../artifacts/conflict';
import type { Author } from '../artifacts/context';
import type { ArtifactStore } from '../artifacts/store';
import { refuseOtherTenants } from '../services/catalogInfo';
import type { TemporalClient } from '../temporal/connection';
import { searchAttributesOf } from '../temporal/searchAttributes';
import type { BuildOutcome, BuildRequest, BuildStore } from './buildStore';
import { buildProgress, type buildRevision } from './workflow';

/** Task queue of the factory's own workflows. */
export const FACTORY_TASK_QUEUE = 'ameide-factory';

/** Starts builds and tells how they stand. */
export interface BuildService {
  /** @throws ConflictError while another build of the artifact runs, InputError where the files have entities of another tenant */
  start(
    author: Author,
    artifactId: string,
    request: CreateBuildRequest,
  ): Promise<Build>;
  get(tenant: string, buildId: string): Promise<Build>;
  list(tenant: string, artifactId: string): Promise<Build[]>;
  files(tenant: string, buildId: string): Promise<BuildFiles>;
}

/** One build of an artifact at a time: the workflow id says so. */
const workflowId = (tenant: string, artifactId: string) =>
  `${tenant}/${artifactId}/build`;

export function createBuildService(
  artifacts: ArtifactStore,
  builds: BuildStore,
  temporal: TemporalClient,
  now: () => Date = () => new Date(),
): BuildService {
  const stands = async (found: {
    request: BuildRequest;
    outcome?: BuildOutcome;
  }): Promise<Build> => {
    const { id, artifactId, revision, sequence, startedAt, startedBy } =
      found.request;
    const outcome =
      found.outcome ?? (await progressOf(temporal, found.request));
    return {
      id,
      artifactId,
      revision,
      sequence,
      startedAt,
      startedBy,
      ...outcome,
    };
  };
  return {
    async start(author, artifactId, { revision, defaults = {}, files = [] }) {
      const client = await temporal();
      const { tenant, userEntityRef } = author;
      refuseOtherTenants(tenant, files);
      const point = await revisionToBuild(
        artifacts,
        author,
        artifactId,
        revision,
      );
      const request: BuildRequest = {
        tenant,
        id: uuidv7(),
        artifactId,
        revision: point.number,
        sequence: point.sequence,
        startedAt: now().toISOString(),
        startedBy: userEntityRef,
        defaults,
        files,
      };
      await builds.insert(request);
      try {
        await startAlone(client, artifactId, request);
      } catch (error) {
        await builds.remove(tenant, request.id);
        throw error;
      }
      return stands({ request });
    },
    get: async (tenant, id) => stands(await builds.get(tenant, id)),
    async list(tenant, artifactId) {
      await artifacts.get(tenant, artifactId);
      const found = await builds.list(tenant, artifactId);
      return Promise.all(found.map(stands));
    },
    files: (tenant, id) => builds.getOutput(tenant, id),
  };
}

/** @throws ConflictError while another build of the artifact runs */
async function startAlone(
  client: Client,
  artifactId: string,
  { tenant, id, revision }: BuildRequest,
): Promise<void> {
  const start = () =>
    client.workflow.start<typeof buildRevision>('buildRevision', {
      taskQueue: FACTORY_TASK_QUEUE,
      workflowId: workflowId(tenant, artifactId),
      args: [{ tenant, buildId: id }],
      typedSearchAttributes: searchAttributesOf(tenant, artifactId, revision),
      memo: { buildId: id },
    });
  try {
    await start();
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    const other = client.workflow.getHandle(workflowId(tenant, artifactId));
    const { status } = await other
      .query(buildProgress)
      .catch(() => ({ status: 'running' }));
    if (status === 'running') {
      throw new ConflictError(
        `A build of ${artifactId} is running; wait until it has ended`,
      );
    }
    // its outcome is known already, and only its workflow is not closed yet
    await other.result();
    await start();
  }
}

/** The revision that was asked for; else the newest state, made a revision first if it is none. */
async function revisionToBuild(
  artifacts: ArtifactStore,
  author: Author,
  artifactId: string,
  asked: number | undefined,
): Promise<Pick<Revision, 'number' | 'sequence'>> {
  const { tenant } = author;
  if (asked !== undefined) {
    const revisions = await artifacts.revisions(tenant, artifactId);
    const found = revisions.find(({ number }) => number === asked);
    if (found) return found;
    throw new ConflictError(
      `revision: ${artifactId} has no revision ${asked}, the newest is ${
        revisions[0]?.number ?? 'none'
      }`,
    );
  }
  for (let attempt = 1; ; attempt++) {
    const artifact = await artifacts.get(tenant, artifactId);
    const latest = artifact.latestRevision;
    const content = await artifacts.content(tenant, artifactId);
    if (latest) {
      const revised = await artifacts.content(
        tenant,
        artifactId,
        latest.sequence,
      );
      if (revised.digest === content.digest) return latest;
    }
    try {
      const made = await artifacts.change(author, artifactId, {
        type: 'make-revision',
        commandId: uuidv7(),
        expectedSequence: artifact.sequence,
        note: 'Made for a build',
      });
      return made.artifact.latestRevision!;
    } catch (error) {
      // somebody saved in between: then that is what is built
      if (!(error instanceof SequenceConflictError) || attempt === 3)
        throw error;
    }
  }
}

const ENDED_UNSEEN: BuildOutcome = {
  status: 'failed',
  steps: [
    {
      name: 'compile',
      status: 'failed',
      message:
        'The build was not started, or was stopped from outside; build again',
    },
  ],
  diagnostics: [],
  pullRequests: [],
};

/** How far a build is that has no outcome yet: its workflow knows. */
async function progressOf(
  temporal: TemporalClient,
  { tenant, artifactId, id }: BuildRequest,
): Promise<BuildOutcome> {
  const client = await temporal();
  const handle = client.workflow.getHandle(workflowId(tenant, artifactId));
  try {
    const { memo, status } = await handle.describe();
    if (memo?.buildId !== id) return ENDED_UNSEEN;
    if (status.name !== 'RUNNING' && status.name !== 'COMPLETED') {
      return ENDED_UNSEEN;
    }
    return await handle.query(buildProgress);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return ENDED_UNSEEN;
    // the worker is still starting: nothing is known but that it runs
    return {
      ...ENDED_UNSEEN,
      status: 'running',
      steps: [{ name: 'compile', status: 'waiting' }],
    };
  }
}
