import { NotFoundError } from '@backstage/errors';
import { atGithub, statusOf } from './errors';
import { fullName, MAIN, pullRequestId } from './places';
import { isOfFactory, type GithubPull } from './pullRequest';
import { writeRecord, type PullRequestRecord } from './record';
import type { Repository } from './repositories';

const PAGE = 100;

const nameOf = ({ place: { owner, repo } }: Repository) => ({ owner, repo });

/**
 * The factory's pull requests of a repository, the last changed first, one
 * page of them; none where the repository is not there.
 */
export async function listPulls(
  repository: Repository,
  filter: { state: 'open' | 'closed' | 'all'; headBranch?: string },
): Promise<GithubPull[]> {
  const { api, place } = repository;
  const { state, headBranch } = filter;
  const pulls = await atGithub(place, () =>
    api.pulls
      .list({
        ...nameOf(repository),
        state,
        base: MAIN,
        ...(headBranch && { head: `${place.owner}:${headBranch}` }),
        sort: 'updated',
        direction: 'desc',
        per_page: PAGE,
      })
      .then(({ data }): GithubPull[] => data)
      .catch(error => {
        if (statusOf(error) === 404) return [];
        throw error;
      }),
  );
  return pulls.filter(
    pull =>
      isOfFactory(place, pull) &&
      // GitHub overlooks a filter that it does not understand
      (!headBranch || pull.head.ref === headBranch),
  );
}

/** The open pull request of a branch; GitHub lets there be one at most. */
export async function findOpenPull(
  repository: Repository,
  headBranch: string,
): Promise<GithubPull | undefined> {
  const [found] = await listPulls(repository, { state: 'open', headBranch });
  return found;
}

/** @throws NotFoundError, the same for one that is not of the factory as for none */
export async function readPull(
  repository: Repository,
  number: number,
): Promise<GithubPull> {
  const { api, place } = repository;
  const found = await atGithub(place, () =>
    api.pulls
      .get({ ...nameOf(repository), pull_number: number })
      .then(({ data }): GithubPull => data)
      .catch(error => {
        if (statusOf(error) === 404) return undefined;
        throw error;
      }),
  );
  if (!found || !isOfFactory(place, found)) {
    throw new NotFoundError(
      `There is no pull request ${pullRequestId(
        place.repository,
        number,
      )} of the factory in ${fullName(place)}`,
    );
  }
  return found;
}

/** Writes title and text; the record goes to the end of the text. */
export async function writePull(
  repository: Repository,
  number: number,
  text: { title?: string; body: string },
  record: PullRequestRecord,
): Promise<GithubPull> {
  const { api, place } = repository;
  const { data } = await atGithub(place, () =>
    api.pulls.update({
      ...nameOf(repository),
      pull_number: number,
      ...text,
      body: writeRecord(text.body, record),
    }),
  );
  return data;
}
