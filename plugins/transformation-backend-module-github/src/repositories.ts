import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { GitRemote } from '@ameide/plugin-transformation-node';
import type { GithubClient } from './client';
import { atGithub, statusOf } from './errors';
import { fullName, MAIN, type Place } from './places';

/** A repository, and GitHub as its owner's credentials reach it. */
export interface Repository extends GithubClient {
  place: Place;
}

/** Where git reads and writes a repository; the credentials are sent to this address alone. */
export function remoteOf(
  webUrl: string,
  { place, token }: Repository,
): GitRemote {
  const url = `${webUrl}/${fullName(place)}.git`;
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    url,
    config: {
      [`http.${url}.extraHeader`]: `Authorization: Basic ${basic}`,
      // another repository may stand where a redirect leads
      'http.followRedirects': 'false',
    },
  };
}

/**
 * Makes a private repository with a first commit on the main branch, where it
 * is missing.
 *
 * @throws ConflictError where it is there without a main branch
 * @throws NotAllowedError where it can be neither used nor made
 */
export async function ensureRepository(repository: Repository): Promise<void> {
  const { api, place } = repository;
  const name = { owner: place.owner, repo: place.repo };
  if (await hasMain(repository)) return;
  const existing = await optional(place, () => api.repos.get(name));
  if (existing) {
    throw new ConflictError(
      `${fullName(
        place,
      )} has no branch ${MAIN}: make its first commit there, or rename its branch ${
        existing.data.default_branch
      }`,
    );
  }
  const created = await create(repository);
  // the organization says what its first branches are called
  if (created && created.default_branch !== MAIN) {
    await atGithub(place, () =>
      api.repos.renameBranch({
        ...name,
        branch: created.default_branch,
        new_name: MAIN,
      }),
    );
  }
}

async function hasMain({ api, place }: Repository): Promise<boolean> {
  const { owner, repo } = place;
  const found = await optional(place, () =>
    api.repos.getBranch({ owner, repo, branch: MAIN }),
  );
  return found !== undefined;
}

/** @returns undefined where somebody else made it meanwhile */
async function create(
  repository: Repository,
): Promise<{ default_branch: string } | undefined> {
  const { api, place } = repository;
  try {
    const { data } = await api.repos.createInOrg({
      org: place.owner,
      name: place.repo,
      private: true,
      auto_init: true,
    });
    return data;
  } catch (error) {
    const status = statusOf(error);
    if (status === 422 && (await hasMain(repository))) return undefined;
    if (status === 403 || status === 404 || status === 422) {
      throw new NotAllowedError(
        `${fullName(
          place,
        )} is neither to be used nor to be made with the credentials of integrations.github: give the app access to it where it exists; else make it, with a first commit on ${MAIN}, or give the app the permission Administration, read and write, in the organization ${
          place.owner
        }`,
      );
    }
    return atGithub(place, () => Promise.reject(error));
  }
}

/** Undefined where GitHub says that it is not there. */
async function optional<T>(
  place: Place,
  work: () => Promise<T>,
): Promise<T | undefined> {
  return atGithub(place, () =>
    work().catch(error => {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }),
  );
}
