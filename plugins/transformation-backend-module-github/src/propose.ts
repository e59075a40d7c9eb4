import { InputError } from '@backstage/errors';
import type { PullRequest } from '@ameide/plugin-transformation-common';
import type { PullRequestProposal } from '@ameide/plugin-transformation-node';
import { atGithub, statusOf } from './errors';
import { BRANCH_PREFIX, MAIN } from './places';
import { pullRequestOf, recordOf, type GithubPull } from './pullRequest';
import { findOpenPull, writePull } from './pulls';
import { readRecord, writeRecord, type PullRequestRecord } from './record';
import type { Repository } from './repositories';

/**
 * Opens the pull request of a branch, or brings the open one up to date. The
 * same again writes nothing; who asked first stays the author.
 */
export async function propose(
  repository: Repository,
  proposal: PullRequestProposal,
): Promise<PullRequest> {
  const { headBranch, headCommit } = proposal;
  if (!headBranch.startsWith(BRANCH_PREFIX)) {
    throw new InputError(
      `headBranch: "${headBranch}" does not begin with ${BRANCH_PREFIX}`,
    );
  }
  const open = await findOpenPull(repository, headBranch);
  const pull = open
    ? await update(repository, open, proposal)
    : await create(repository, proposal);
  // GitHub follows a push a moment later
  return { ...pullRequestOf(repository.place, pull), headCommit };
}

async function create(
  repository: Repository,
  proposal: PullRequestProposal,
): Promise<GithubPull> {
  const { api, place } = repository;
  const { title, body, headBranch } = proposal;
  return atGithub(place, async () => {
    try {
      const { data } = await api.pulls.create({
        owner: place.owner,
        repo: place.repo,
        title,
        body: writeRecord(body, recordFor(proposal)),
        head: headBranch,
        base: MAIN,
      });
      return data;
    } catch (error) {
      if (statusOf(error) !== 422) throw error;
      // commonly: somebody else was faster
      const open = await findOpenPull(repository, headBranch);
      if (!open) throw error;
      return update(repository, open, proposal);
    }
  });
}

async function update(
  repository: Repository,
  open: GithubPull,
  proposal: PullRequestProposal,
): Promise<GithubPull> {
  const { title, body, artifactId, revision, headCommit } = proposal;
  const { body: written, record } = readRecord(open.body);
  // another build of the same commit is no news
  const same =
    record !== undefined &&
    record.artifactId === artifactId &&
    record.revision === revision &&
    record.headCommit === headCommit &&
    open.title === title &&
    written === body.trimEnd();
  if (same) return open;
  return writePull(
    repository,
    open.number,
    { title, body },
    { ...recordFor(proposal), ...(record && kept(record)) },
  );
}

/** What an update leaves as it is. */
function kept({ author, companionId }: PullRequestRecord) {
  return { author, ...(companionId && { companionId }) };
}

function recordFor(proposal: PullRequestProposal): PullRequestRecord {
  const { artifactId, revision, buildId, headCommit, author } = proposal;
  return { artifactId, revision, buildId, headCommit, author };
}

/** Makes a pull request name the one of the same build in the other repository. */
export async function nameCompanion(
  repository: Repository,
  pull: GithubPull,
  companionId: string,
): Promise<void> {
  const record = recordOf(pull);
  if (record.companionId === companionId) return;
  const { body } = readRecord(pull.body);
  await writePull(
    repository,
    pull.number,
    { body },
    { ...record, companionId },
  );
}
