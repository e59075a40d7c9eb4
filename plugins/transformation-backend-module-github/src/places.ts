import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { resourceId } from '@ameide/plugin-transformation-common';
import { CONFIG_KEY, type GithubForgeConfig } from './config';

/** A repository: what the factory calls it, and where it is at GitHub. */
export interface Place {
  /** `gitops` or `services/NAME`. */
  repository: string;
  owner: string;
  repo: string;
}

/** The branch that everything is merged into. */
export const MAIN = 'main';

/** What the branches that the factory proposes begin with. */
export const BRANCH_PREFIX = 'factory/';

export const GITOPS = 'gitops';
const SERVICES = 'services/';

/** The factory's name of a service's repository. */
export const serviceRepository = (name: string) => `${SERVICES}${name}`;

/** What an id of a pull request looks like. */
export const PULL_REQUEST_ID =
  /^(gitops|services\.[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)\.([1-9]\d{0,8})$/;

/** As GitHub writes it, for messages and comparisons. */
export const fullName = ({ owner, repo }: Place) => `${owner}/${repo}`;

/**
 * Where a tenant's repository is. Nothing that a caller says can lead anywhere
 * but where the configuration says.
 *
 * @throws NotAllowedError
 */
export function placeOf(
  { tenants }: GithubForgeConfig,
  tenant: string,
  repository: string,
): Place {
  const settings = tenants.get(tenant);
  if (!settings) {
    throw new NotAllowedError(
      `Tenant ${tenant} has no repositories at GitHub: name them in ${CONFIG_KEY}.tenants.${tenant}`,
    );
  }
  const { owner, gitopsRepository, servicePrefix } = settings;
  if (repository === GITOPS)
    return { repository, owner, repo: gitopsRepository };
  const name = repository.startsWith(SERVICES)
    ? repository.slice(SERVICES.length)
    : '';
  if (!resourceId.safeParse(name).success) {
    throw new NotAllowedError(
      `"${repository}" is neither gitops nor services/NAME, which is all that ${CONFIG_KEY}.tenants.${tenant} opens`,
    );
  }
  const repo = `${servicePrefix}${name}`;
  if (repo.toLowerCase() === gitopsRepository.toLowerCase()) {
    throw new NotAllowedError(
      `${repository} would be the repository of GitOps: set ${CONFIG_KEY}.tenants.${tenant}.servicePrefix, or name the service otherwise`,
    );
  }
  return { repository, owner, repo };
}

/** `services/lead-to-order` and 3 become `services.lead-to-order.3`. */
export function pullRequestId(repository: string, number: number): string {
  return `${repository.replace('/', '.')}.${number}`;
}

/**
 * The other way round.
 *
 * @throws NotFoundError where the text is no id
 */
export function parsePullRequestId(id: string): {
  repository: string;
  number: number;
} {
  const match = PULL_REQUEST_ID.exec(id);
  if (!match) throw new NotFoundError(`There is no pull request ${id}`);
  return { repository: match[1].replace('.', '/'), number: Number(match[2]) };
}
