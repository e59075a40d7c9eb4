import { NotFoundError } from '@backstage/errors';
import {
  pullRequest,
  type PullRequest,
} from '@ameide/plugin-transformation-common';
import type { TenantTransaction } from '../../database/database';
import type { PullRequestRow } from '../../database/tables';

/** `services/lead-to-order` and 3 become `services.lead-to-order.3`. */
export function pullRequestId(repository: string, number: number): string {
  return `${repository.replace('/', '.')}.${number}`;
}

/** The other way round; undefined where the text is no id. */
export function parsePullRequestId(
  id: string,
): { repository: string; number: number } | undefined {
  const match = /^(gitops|services\.[a-z0-9-]+)\.(\d{1,9})$/.exec(id);
  return match
    ? { repository: match[1].replace('.', '/'), number: Number(match[2]) }
    : undefined;
}

const ofRow = (row: PullRequestRow): PullRequest =>
  pullRequest.parse(JSON.parse(row.content));

const columns = (content: PullRequest): Omit<PullRequestRow, 'tenant'> => ({
  repository: content.repository,
  number: content.number,
  head_branch: content.headBranch,
  state: content.state,
  // a text that is no artifact's
  artifact_id: content.artifactId ?? '',
  updated_at: content.updatedAt,
  content: JSON.stringify(content),
});

/** The same for a pull request that may not be seen as for none. */
export const noPullRequest = (id: string) =>
  new NotFoundError(`There is no pull request ${id}`);

/** @throws NotFoundError, the same for a foreign pull request as for none */
export async function readPullRequest(
  tx: TenantTransaction,
  id: string,
): Promise<PullRequest> {
  const place = parsePullRequestId(id);
  const row = place && (await tx.from('pull_requests').where(place).first());
  if (!row) throw noPullRequest(id);
  return ofRow(row);
}

/** The open pull request of a branch; there is one at most. */
export async function findOpenPullRequest(
  tx: TenantTransaction,
  repository: string,
  headBranch: string,
): Promise<PullRequest | undefined> {
  const row = await tx
    .from('pull_requests')
    .where({ repository, head_branch: headBranch, state: 'open' })
    .first();
  return row && ofRow(row);
}

/** Pull requests, the last changed first. */
export async function listPullRequests(
  tx: TenantTransaction,
  filter: { artifactId?: string; state?: string },
): Promise<PullRequest[]> {
  const query = tx.from('pull_requests');
  if (filter.artifactId) query.where({ artifact_id: filter.artifactId });
  if (filter.state) query.where({ state: filter.state });
  const rows = await query.orderBy('updated_at', 'desc').limit(200);
  return rows.map(ofRow);
}

/** Adds a pull request with the repository's next number. */
export async function insertPullRequest(
  tx: TenantTransaction,
  content: Omit<PullRequest, 'id' | 'number'>,
): Promise<PullRequest> {
  const { repository } = content;
  const last = await tx
    .from('pull_requests')
    .where({ repository })
    .orderBy('number', 'desc')
    .first('number');
  const number = (last?.number ?? 0) + 1;
  const created = { ...content, id: pullRequestId(repository, number), number };
  await tx.insert('pull_requests', columns(created));
  return created;
}

/** Writes a pull request that is there already. */
export async function updatePullRequest(
  tx: TenantTransaction,
  changed: PullRequest,
): Promise<PullRequest> {
  const { repository, number } = changed;
  await tx
    .from('pull_requests')
    .where({ repository, number })
    .update(columns(changed));
  return changed;
}
