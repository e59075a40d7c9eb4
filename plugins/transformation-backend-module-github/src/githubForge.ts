import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Forge } from '@ameide/plugin-transformation-node';
import type { GithubClients } from './client';
import type { GithubForgeConfig } from './config';
import { readDetail } from './detail';
import { listPullRequests } from './list';
import { merge } from './merge';
import { fullName, MAIN, parsePullRequestId, placeOf } from './places';
import { nameCompanion, propose } from './propose';
import { pullRequestOf } from './pullRequest';
import { findOpenPull, readPull } from './pulls';
import { readFile } from './readFile';
import { withGithubNames } from './references';
import { ensureRepository, remoteOf, type Repository } from './repositories';

/** What the forge at GitHub needs. */
export interface GithubForgeOptions {
  config: GithubForgeConfig;
  clients: GithubClients;
  logger: LoggerService;
}

/** Pull requests at GitHub; all state is there, the factory keeps none. */
export function createGithubForge({
  config,
  clients,
  logger,
}: GithubForgeOptions): Forge {
  /** Refuses what is not configured before anything reaches the network. */
  async function open(tenant: string, repository: string): Promise<Repository> {
    const place = placeOf(config, tenant, repository);
    return { place, ...(await clients.of(place.owner)) };
  }

  async function openId(tenant: string, id: string) {
    const { repository, number } = parsePullRequestId(id);
    return { repository: await open(tenant, repository), number };
  }

  return {
    async remote(tenant, name) {
      const repository = await open(tenant, name);
      await ensureRepository(repository);
      return remoteOf(clients.webUrl, repository);
    },

    async readFile(tenant, name, path) {
      return readFile(await open(tenant, name), path);
    },

    async fileUrl(tenant, name, path) {
      const place = fullName(placeOf(config, tenant, name));
      return `${clients.webUrl}/${place}/blob/${MAIN}/${path}`;
    },

    async findOpen(tenant, name, headBranch) {
      const repository = await open(tenant, name);
      const pull = await findOpenPull(repository, headBranch);
      return pull && pullRequestOf(repository.place, pull);
    },

    async propose(proposal) {
      const { tenant, repository } = proposal;
      return propose(await open(tenant, repository), {
        ...proposal,
        body: withGithubNames(config, tenant, proposal.body),
      });
    },

    async link(tenant, oneId, otherId) {
      for (const [id, companionId] of [
        [oneId, otherId],
        [otherId, oneId],
      ]) {
        const { repository, number } = await openId(tenant, id);
        const pull = await readPull(repository, number);
        await nameCompanion(repository, pull, companionId);
      }
    },

    list: (tenant, filter) =>
      listPullRequests(name => open(tenant, name), filter),

    async get(tenant, id) {
      const { repository, number } = await openId(tenant, id);
      return readDetail(repository, number);
    },

    async merge(tenant, id, by) {
      const { repository, number } = await openId(tenant, id);
      return merge(repository, number, by, logger);
    },
  };
}
