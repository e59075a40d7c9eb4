import {
  resourceId,
  type PullRequest,
} from '@ameide/plugin-transformation-common';
import { BRANCH_PREFIX, GITOPS, serviceRepository } from './places';
import { pullRequestOf, type GithubPull } from './pullRequest';
import { listPulls } from './pulls';
import type { Repository } from './repositories';

/** As many as the embedded forge shows. */
const LIMIT = 200;
/** Without an artifact: services that are asked for, those first whose roll-out changed last. */
const SERVICES = 30;
/** GitHub frowns upon many requests at once. */
const AT_ONCE = 5;

/** Opens one of the tenant's repositories. */
export type OpenRepository = (repository: string) => Promise<Repository>;

/** A merged one is a closed one there. */
const stateAtGithub = (state: string | undefined) => {
  if (!state) return 'all';
  return state === 'open' ? 'open' : 'closed';
};

/**
 * Pull requests, the last changed first: those of an artifact, or those of the
 * services whose roll-outs the repository of GitOps has seen last.
 */
export async function listPullRequests(
  open: OpenRepository,
  filter: { artifactId?: string; state?: string },
): Promise<PullRequest[]> {
  const { artifactId } = filter;
  const matches = (pull: PullRequest) =>
    (!artifactId || pull.artifactId === artifactId) &&
    (!filter.state || pull.state === filter.state);
  const of = ({ place }: Repository, pulls: GithubPull[]) =>
    pulls.map(pull => pullRequestOf(place, pull)).filter(matches);

  if (artifactId && !resourceId.safeParse(artifactId).success) return [];
  const gitops = await open(GITOPS);
  const rollOuts = await listPulls(gitops, {
    state: artifactId ? stateAtGithub(filter.state) : 'all',
    ...(artifactId && { headBranch: `${BRANCH_PREFIX}${artifactId}` }),
  });
  const services = artifactId ? [artifactId] : servicesOf(rollOuts);
  const found = await inTurns(services, async name => {
    const service = await open(serviceRepository(name));
    const pulls = await listPulls(service, {
      state: stateAtGithub(filter.state),
    });
    return of(service, pulls);
  });
  return [...of(gitops, rollOuts), ...found.flat()]
    .sort((one, other) => other.updatedAt.localeCompare(one.updatedAt))
    .slice(0, LIMIT);
}

/** The services that branches of GitOps are named after. */
function servicesOf(rollOuts: GithubPull[]): string[] {
  const names = rollOuts
    .map(({ head }) => head.ref.slice(BRANCH_PREFIX.length))
    .filter(name => resourceId.safeParse(name).success);
  return [...new Set(names)].slice(0, SERVICES);
}

async function inTurns<T, R>(
  items: T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    results.push(
      ...(await Promise.all(items.slice(at, at + AT_ONCE).map(work))),
    );
  }
  return results;
}
