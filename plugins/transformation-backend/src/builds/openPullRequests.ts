import type {
  PullRequest,
  PullRequestRef,
} from '@ameide/plugin-transformation-common';
import { toSettle } from '../services/toSettle';
import { titleOf, type BuildContext, type PushedBranch } from './pushBranches';

/**
 * Opens the pull requests of both repositories, or brings the open ones up to
 * date; each names the other. A branch without anything to merge gets none.
 */
export async function openBuildPullRequests(
  { request, artifact, forge }: BuildContext,
  service: PushedBranch,
  gitops: PushedBranch | undefined,
): Promise<PullRequestRef[]> {
  const { tenant } = request;
  const { conflicts = [] } = service;
  const bodyOf = (pushed: PushedBranch, other?: PullRequest) =>
    [
      pushed === service
        ? `The source of **${artifact.title}**, compiled from revision ${request.revision} of its drawing. Files named \`*.gen.*\` belong to the compiler; all others are yours.`
        : `Rolls out revision ${request.revision} of **${
            artifact.title
          }** to the lane \`dev\`: commit \`${service.commit.slice(
            0,
            12,
          )}\` of \`${service.repository}\`.`,
      ...(pushed === service && conflicts.length ? [toSettle(conflicts)] : []),
      ...(other ? [`Belongs to ${other.repository}#${other.number}.`] : []),
    ].join('\n\n');

  const propose = (pushed: PushedBranch, other?: PullRequest) =>
    forge.propose({
      tenant,
      repository: pushed.repository,
      headBranch: pushed.branch,
      headCommit: pushed.commit,
      title: titleOf(artifact, request),
      body: bodyOf(pushed, other),
      artifactId: artifact.id,
      revision: request.revision,
      buildId: request.id,
      author: request.startedBy,
    });
  const pushed = [service, ...(gitops ? [gitops] : [])].filter(
    ({ differsFromBase }) => differsFromBase,
  );
  const opened: PullRequest[] = [];
  for (const branch of pushed) {
    const open = await forge.findOpen(tenant, branch.repository, branch.branch);
    opened.push(open ?? (await propose(branch)));
  }
  const named = await Promise.all(
    pushed.map((branch, index) => propose(branch, opened[1 - index])),
  );
  if (named.length === 2) await forge.link(tenant, named[0].id, named[1].id);
  return named.map(({ id, repository, number, title }) => ({
    id,
    repository,
    number,
    title,
  }));
}
