import type { PullRequest } from '@ameide/plugin-transformation-common';
import {
  BRANCH_PREFIX,
  fullName,
  MAIN,
  pullRequestId,
  type Place,
} from './places';
import { readRecord, type PullRequestRecord } from './record';

/** What is needed of a pull request as GitHub's API gives it. */
export interface GithubPull {
  number: number;
  title: string;
  body: string | null;
  state: string;
  html_url: string;
  draft?: boolean;
  user: { login: string } | null;
  head: { ref: string; sha: string; repo: { full_name: string } | null };
  base: { ref: string; repo: { full_name: string } };
  created_at: string;
  updated_at: string;
  merged_at: string | null;
  merge_commit_sha: string | null;
  /** Only where one is asked for alone, as the rest. */
  merged_by?: { login: string } | null;
  mergeable?: boolean | null;
  mergeable_state?: string;
}

/**
 * Whether the factory may have made it. A fork's pull request may bear the
 * same names, and anybody can open one.
 */
export function isOfFactory(place: Place, pull: GithubPull): boolean {
  const here = (repo: { full_name: string } | null) =>
    repo?.full_name.toLowerCase() === fullName(place).toLowerCase();
  return (
    here(pull.base.repo) &&
    here(pull.head.repo) &&
    pull.base.ref === MAIN &&
    pull.head.ref.startsWith(BRANCH_PREFIX)
  );
}

/** The record in a pull request's text, or what can be told without one. */
export function recordOf(pull: GithubPull): PullRequestRecord {
  return (
    readRecord(pull.body).record ?? {
      artifactId: pull.head.ref.slice(BRANCH_PREFIX.length).slice(0, 63),
      revision: 0,
      buildId: '',
      headCommit: pull.head.sha,
      author: pull.user?.login ?? 'ghost',
    }
  );
}

/** A pull request as the factory has it. */
export function pullRequestOf(
  { repository }: Place,
  pull: GithubPull,
): PullRequest {
  const { artifactId, revision, buildId, author, companionId, mergedBy } =
    recordOf(pull);
  const notMerged = pull.state === 'open' ? 'open' : 'closed';
  return {
    id: pullRequestId(repository, pull.number),
    repository,
    number: pull.number,
    title: pull.title,
    body: readRecord(pull.body).body,
    state: pull.merged_at ? 'merged' : notMerged,
    headBranch: pull.head.ref,
    baseBranch: pull.base.ref,
    headCommit: pull.head.sha,
    artifactId,
    revision,
    buildId,
    ...(companionId && { companionId }),
    author,
    createdAt: pull.created_at,
    updatedAt: pull.updated_at,
    ...(pull.merged_at && {
      // before the merge it is the commit of a trial
      mergeCommit: pull.merge_commit_sha ?? undefined,
      mergedBy: mergedBy ?? pull.merged_by?.login,
      mergedAt: pull.merged_at,
    }),
  };
}
