import {
  ANSWERS_PATH,
  type Artifact,
  type GeneratedFile,
} from '@ameide/plugin-transformation-common';
import type { Forge } from '@ameide/plugin-transformation-node';
import { signature } from '../git/signature';
import { pushTree, undoPush, type PushRequest } from '../git/push';
import type { BuildRequest } from './buildStore';
import { refuseHandWritten } from '../services/handWritten';
import { pushPristine } from '../services/serviceUpdate';
import { gitopsTree } from './gitopsTree';
import { offeredFiles, serviceTree, updatedTree } from './serviceTree';

/** A build, its artifact, and where it goes. */
export interface BuildContext {
  request: BuildRequest;
  artifact: Artifact;
  forge: Forge;
}

/** A branch after its push. */
export interface PushedBranch {
  repository: string;
  branch: string;
  commit: string;
  /** Where the branch stood before; undefined where it was not there. */
  previous?: string;
  /** Whether there is anything to merge. */
  differsFromBase: boolean;
  /** Files with marks of a merge in them, which somebody has to settle. */
  conflicts?: string[];
}

/** One branch an artifact: a newer revision brings the open pull request up to date. */
export const branchOf = (artifactId: string) => `factory/${artifactId}`;

export const serviceRepository = (artifactId: string) =>
  `services/${artifactId}`;
export const GITOPS = 'gitops';

/**
 * Pushes the source of the service; where a template asks for the build, what
 * it made before is merged.
 *
 * @throws ConflictError where people write the source themselves
 */
export async function pushServiceBranch(
  context: BuildContext,
  files: GeneratedFile[],
): Promise<PushedBranch> {
  const { request, artifact, forge } = context;
  const { tenant } = request;
  const repository = serviceRepository(artifact.id);
  await refuseHandWritten(forge, tenant, repository);
  const offered = offeredFiles(files, request.files);
  if (!request.files.some(({ path }) => path === ANSWERS_PATH)) {
    return push(context, repository, (gitDir, parent) =>
      serviceTree(gitDir, parent, offered),
    );
  }
  const pristine = await pushPristine(
    forge,
    { tenant, name: artifact.id, repository },
    {
      message: titleOf(artifact, request),
      signature: signature(new Date(request.startedAt)),
    },
    offered,
  );
  let conflicts: string[] = [];
  const pushed = await push(context, repository, async (gitDir, parent) => {
    const update = await updatedTree(gitDir, parent, offered, pristine);
    conflicts = update.conflicts;
    return update;
  });
  return { ...pushed, conflicts };
}

/** Pushes what Argo CD reads, which names the commit of the source. */
export function pushGitopsBranch(
  context: BuildContext,
  service: PushedBranch,
  namespace: string,
): Promise<PushedBranch> {
  const { request, artifact } = context;
  return push(context, GITOPS, (gitDir, parent) =>
    gitopsTree(gitDir, parent, {
      tenant: request.tenant,
      artifactId: artifact.id,
      title: artifact.title,
      revision: request.revision,
      repository: service.repository,
      commit: service.commit,
      namespace,
    }),
  );
}

async function push(
  { request, artifact, forge }: BuildContext,
  repository: string,
  change: PushRequest['change'],
): Promise<PushedBranch> {
  const { tenant } = request;
  const branch = branchOf(artifact.id);
  const remote = await forge.remote(tenant, repository);
  const open = await forge.findOpen(tenant, repository, branch);
  let previous: string | undefined;
  const pushed = await pushTree(remote, {
    baseBranch: 'main',
    headBranch: branch,
    message: titleOf(artifact, request),
    signature: signature(new Date(request.startedAt)),
    parentOf: ({ base, head }) => {
      previous = head;
      // commits that somebody added to an open pull request stay
      return open && head ? head : base;
    },
    change,
  });
  return {
    repository,
    branch,
    commit: pushed.commit!,
    previous,
    differsFromBase: pushed.differsFromBase,
  };
}

/** Takes a branch back to where it stood before the push. */
export async function restoreBranch(
  { request, forge }: BuildContext,
  { repository, branch, commit, previous }: PushedBranch,
): Promise<void> {
  if (commit === previous) return;
  const remote = await forge.remote(request.tenant, repository);
  await undoPush(remote, branch, commit, previous);
}

/** Title of the commits and pull requests of a build. */
export function titleOf(
  artifact: Artifact,
  { revision }: BuildRequest,
): string {
  return `${artifact.title}: revision ${revision}`;
}
