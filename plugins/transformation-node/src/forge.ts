import type {
  PullRequest,
  PullRequestDetail,
} from '@ameide/plugin-transformation-common';

/** Where git reads and writes a repository. */
export interface GitRemote {
  url: string;
  /** Settings of git for this remote, as `-c name=value`: credentials go here, never into the URL. */
  config?: Record<string, string>;
}

/** What a pull request says; the tree itself has been pushed to its branch. */
export interface PullRequestProposal {
  tenant: string;
  repository: string;
  headBranch: string;
  headCommit: string;
  title: string;
  /** Markdown. */
  body: string;
  /** Whose build made it, and from which revision; absent where it is of a service that no artifact is behind. */
  artifactId?: string;
  revision?: number;
  buildId?: string;
  /** Entity reference of whoever asked for it. */
  author: string;
}

/** A git host with pull requests. Repositories are named within a tenant. */
export interface Forge {
  /**
   * The remote of a repository; makes the repository where it is missing.
   *
   * @throws NotAllowedError where the tenant may not use the repository
   */
  remote(tenant: string, repository: string): Promise<GitRemote>;

  /** A file at the main branch; undefined where it, or the repository, is not there. */
  readFile(
    tenant: string,
    repository: string,
    path: string,
  ): Promise<string | undefined>;

  /** Where the catalog reads a file of the main branch, which may not be there yet. */
  fileUrl(tenant: string, repository: string, path: string): Promise<string>;

  /** The open pull request of a branch. */
  findOpen(
    tenant: string,
    repository: string,
    headBranch: string,
  ): Promise<PullRequest | undefined>;

  /** Opens the pull request of a branch, or brings the open one up to date: there is never a second one. */
  propose(proposal: PullRequestProposal): Promise<PullRequest>;

  /** Makes two pull requests of one build name each other. */
  link(tenant: string, oneId: string, otherId: string): Promise<void>;

  list(
    tenant: string,
    filter: { artifactId?: string; state?: string },
  ): Promise<PullRequest[]>;

  /** @throws NotFoundError */
  get(tenant: string, id: string): Promise<PullRequestDetail>;

  /**
   * Merges into the base branch.
   *
   * @throws ConflictError where the branches contradict each other
   */
  merge(tenant: string, id: string, by: string): Promise<PullRequest>;
}
