import { setTimeout } from 'node:timers/promises';
import type { PullRequestDetail } from '@ameide/plugin-transformation-common';
import { atGithub, statusOf } from './errors';
import { mergeProblem } from './mergeProblem';
import { pullRequestOf, type GithubPull } from './pullRequest';
import { readPull } from './pulls';
import type { Repository } from './repositories';

// GitHub tries the merge out when it is first asked
const PAUSES_MS = [250, 500, 1000];

/** A pull request with its difference, and whether it could be merged. */
export async function readDetail(
  repository: Repository,
  number: number,
): Promise<PullRequestDetail> {
  const { place } = repository;
  const pull = await readTriedOut(repository, number);
  const shown = {
    ...pullRequestOf(place, pull),
    diff: await readDiff(repository, pull),
  };
  if (shown.state !== 'open') return { ...shown, mergeable: false };
  const problem = mergeProblem(place, pull);
  return {
    ...shown,
    mergeable: !problem,
    ...(problem && { mergeProblem: problem }),
  };
}

async function readTriedOut(
  repository: Repository,
  number: number,
): Promise<GithubPull> {
  let pull = await readPull(repository, number);
  for (const pause of PAUSES_MS) {
    if (pull.state !== 'open' || typeof pull.mergeable === 'boolean') break;
    await setTimeout(pause);
    pull = await readPull(repository, number);
  }
  return pull;
}

async function readDiff(
  { api, place }: Repository,
  { number, html_url }: GithubPull,
): Promise<string> {
  return atGithub(place, async () => {
    try {
      const { data } = await api.pulls.get({
        owner: place.owner,
        repo: place.repo,
        pull_number: number,
        mediaType: { format: 'diff' },
      });
      // the types do not know the media type
      return `${data}`;
    } catch (error) {
      if (statusOf(error) !== 406) throw error;
      return `GitHub gives out no difference of this size; see ${html_url}/files\n`;
    }
  });
}
