import { z } from 'zod';

/** A pull request of a forge, as its list shows it. */
export const pullRequest = z.object({
  /** `{repository with "/" as "."}.{number}`, as in `services.lead-to-order.1`. */
  id: z.string(),
  repository: z.string(),
  number: z.int().positive(),
  title: z.string(),
  /** Markdown. */
  body: z.string(),
  state: z.enum(['open', 'merged', 'closed']),
  headBranch: z.string(),
  baseBranch: z.string(),
  headCommit: z.string(),
  mergeCommit: z.string().optional(),
  /** Whose build made it, and from which revision; absent where it is of a service that no artifact is behind. */
  artifactId: z.string().optional(),
  revision: z.int().optional(),
  buildId: z.string().optional(),
  /** The pull request of the same build in the other repository. */
  companionId: z.string().optional(),
  author: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  mergedBy: z.string().optional(),
  mergedAt: z.iso.datetime().optional(),
});
export type PullRequest = z.infer<typeof pullRequest>;

/** A pull request with what it changes. */
export const pullRequestDetail = pullRequest.extend({
  /** Unified diff as `git diff` prints it, from the merge base to the head. */
  diff: z.string(),
  /** Whether Merge would go through now; where not, `mergeProblem` says why. */
  mergeable: z.boolean(),
  mergeProblem: z.string().optional(),
});
export type PullRequestDetail = z.infer<typeof pullRequestDetail>;

/** A file of a repository at its default branch. */
export const repositoryFile = z.object({
  repository: z.string(),
  path: z.string(),
  content: z.string(),
});
export type RepositoryFile = z.infer<typeof repositoryFile>;
