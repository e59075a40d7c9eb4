import { ConflictError } from '@backstage/errors';
import type { PullRequest } from '@ameide/plugin-transformation-common';
import type { Forge } from '@ameide/plugin-transformation-node';
import type { TransformationDatabase } from '../../database/database';
import { git } from '../../git/git';
import { commitOf, readFile } from '../../git/repository';
import { mergeIntoMain, tryMerge } from './merge';
import {
  findOpenPullRequest,
  insertPullRequest,
  listPullRequests,
  readPullRequest,
  updatePullRequest,
} from './pullRequests';
import { ensureRepository, MAIN, repositoryDir } from './repositories';
import { fileUrlIn, repositoryUrl } from './urlReader';

/** What the embedded forge needs. */
export interface LocalForgeOptions {
  /** Folder of the bare repositories, `{tenant}/{repository}.git`. */
  forgeDir: string;
  database: TransformationDatabase;
  /** Without a slash at its end; the pages of repositories are below it. */
  appBaseUrl: string;
  now?: () => Date;
  /** Told after each merge. */
  onMerged?: (tenant: string, merged: PullRequest) => void;
}

/** The embedded forge: bare repositories on disk, pull requests in the plugin's database. */
export function createLocalForge({
  forgeDir,
  database,
  appBaseUrl,
  now = () => new Date(),
  onMerged,
}: LocalForgeOptions): Forge {
  return {
    async remote(tenant, repository) {
      return { url: await ensureRepository(forgeDir, tenant, repository) };
    },

    async readFile(tenant, repository, path) {
      const gitDir = repositoryDir(forgeDir, tenant, repository);
      const commit = await commitOf(gitDir, `refs/heads/${MAIN}`);
      return commit && readFile(gitDir, commit, path);
    },

    fileUrl: async (tenant, repository, path) =>
      fileUrlIn(repositoryUrl(appBaseUrl, tenant, repository), path),

    findOpen: (tenant, repository, headBranch) =>
      database.inTenant(tenant, tx =>
        findOpenPullRequest(tx, repository, headBranch),
      ),

    propose: ({ tenant, ...proposal }) =>
      database.inTenant(tenant, async tx => {
        const { repository, headBranch } = proposal;
        const at = now().toISOString();
        const open = await findOpenPullRequest(tx, repository, headBranch);
        if (!open) {
          return insertPullRequest(tx, {
            ...proposal,
            state: 'open',
            baseBranch: MAIN,
            createdAt: at,
            updatedAt: at,
          });
        }
        // who asked first stays the author
        const proposed = { ...proposal, author: open.author };
        const same = Object.entries(proposed).every(
          ([name, value]) =>
            // another build of the same commit is no news
            name === 'buildId' || open[name as keyof PullRequest] === value,
        );
        if (same) return open;
        return updatePullRequest(tx, { ...open, ...proposed, updatedAt: at });
      }),

    link: (tenant, oneId, otherId) =>
      database.inTenant(tenant, async tx => {
        for (const [id, companionId] of [
          [oneId, otherId],
          [otherId, oneId],
        ]) {
          const found = await readPullRequest(tx, id);
          if (found.companionId !== companionId) {
            await updatePullRequest(tx, { ...found, companionId });
          }
        }
      }),

    list: (tenant, filter) =>
      database.inTenant(tenant, tx => listPullRequests(tx, filter)),

    async get(tenant, id) {
      const found = await database.inTenant(tenant, tx =>
        readPullRequest(tx, id),
      );
      const gitDir = repositoryDir(forgeDir, tenant, found.repository);
      const main = (await commitOf(gitDir, `refs/heads/${MAIN}`))!;
      const base = found.mergeCommit ? `${found.mergeCommit}^1` : main;
      const diff = await git(
        [
          'diff',
          '--no-color',
          '--no-ext-diff',
          `${base}...${found.headCommit}`,
        ],
        { gitDir },
      );
      if (found.state !== 'open') {
        return { ...found, diff, mergeable: false };
      }
      const merge = await tryMerge(gitDir, main, found.headCommit);
      return 'problem' in merge
        ? { ...found, diff, mergeable: false, mergeProblem: merge.problem }
        : { ...found, diff, mergeable: true };
    },

    async merge(tenant, id, by) {
      const merged = await database.inTenant(tenant, async tx => {
        const found = await readPullRequest(tx, id);
        // a second click, or a request sent again: it is merged, which is what was asked for
        if (found.state === 'merged') return found;
        if (found.state === 'closed') {
          throw new ConflictError(`Pull request ${id} is closed`);
        }
        const at = now();
        const gitDir = repositoryDir(forgeDir, tenant, found.repository);
        const mergeCommit = await mergeIntoMain(gitDir, found, by, at);
        return updatePullRequest(tx, {
          ...found,
          state: 'merged',
          mergeCommit,
          mergedBy: by,
          mergedAt: at.toISOString(),
          updatedAt: at.toISOString(),
        });
      });
      onMerged?.(tenant, merged);
      return merged;
    },
  };
}
