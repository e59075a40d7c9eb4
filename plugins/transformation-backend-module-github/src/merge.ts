import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { PullRequest } from '@ameide/plugin-transformation-common';
import { atGithub, reason, statusOf } from './errors';
import { fullName, pullRequestId } from './places';
import { mergeProblem } from './mergeProblem';
import { pullRequestOf, recordOf, type GithubPull } from './pullRequest';
import { readPull, writePull } from './pulls';
import { readRecord } from './record';
import type { Repository } from './repositories';

/**
 * Merges into the main branch, with a merge commit: the roll-out names the
 * commits of the branch, which therefore have to reach the main branch as they are.
 *
 * @throws ConflictError
 */
export async function merge(
  repository: Repository,
  number: number,
  by: string,
  logger: LoggerService,
): Promise<PullRequest> {
  const { place } = repository;
  const found = await readPull(repository, number);
  // a second click, or a request sent again: it is merged, which is what was asked for
  if (found.merged_at) return pullRequestOf(place, found);
  const id = pullRequestId(place.repository, number);
  if (found.state !== 'open') {
    throw new ConflictError(`Pull request ${id} is closed`);
  }
  const mergeCommit = await mergeAtGithub(repository, found, by);
  if (!mergeCommit) {
    return pullRequestOf(place, await readPull(repository, number));
  }
  const merged = await noteWho(repository, number, by).catch(error => {
    logger.warn(`${id} is merged, yet not noted there by whom`, error);
    return found;
  });
  const mergedAt = merged.merged_at ?? new Date().toISOString();
  return {
    ...pullRequestOf(place, { ...merged, merged_at: mergedAt }),
    mergeCommit,
    mergedBy: by,
  };
}

/** @returns the merge commit; undefined where somebody else has merged it meanwhile */
async function mergeAtGithub(
  repository: Repository,
  pull: GithubPull,
  by: string,
): Promise<string | undefined> {
  const { api, place } = repository;
  return atGithub(place, async () => {
    try {
      const { data } = await api.pulls.merge({
        owner: place.owner,
        repo: place.repo,
        pull_number: pull.number,
        merge_method: 'merge',
        // not what somebody pushes at this moment
        sha: pull.head.sha,
        commit_title: pull.title,
        commit_message: `Merge pull request #${pull.number} for ${by}`,
      });
      return data.sha;
    } catch (error) {
      if (![405, 409, 422].includes(statusOf(error) ?? 0)) throw error;
      const now = await readPull(repository, pull.number);
      if (now.merged_at) return undefined;
      const problem = mergeProblem(place, now);
      throw new ConflictError(
        problem ??
          `GitHub does not merge ${fullName(place)}#${pull.number}: ${reason(
            error,
          )} See ${pull.html_url}`,
      );
    }
  });
}

/** At GitHub the merge is the app's; the record says whose it is. */
async function noteWho(
  repository: Repository,
  number: number,
  by: string,
): Promise<GithubPull> {
  const merged = await readPull(repository, number);
  const { body } = readRecord(merged.body);
  return writePull(
    repository,
    number,
    { body },
    { ...recordOf(merged), mergedBy: by },
  );
}
