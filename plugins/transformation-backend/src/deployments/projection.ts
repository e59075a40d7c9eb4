import { v7 as uuidv7 } from 'uuid';
import type { Deployment } from '@ameide/plugin-transformation-common';
import { rowOfNotice, type Notice } from '../artifacts/outbox';
import { putNotices } from '../database/putNotices';
import { readState } from '../artifacts/projection';
import type { TenantTransaction } from '../database/database';
import type { DeploymentRow } from '../database/tables';
import type { Seen } from './look';

/** What is known of an artifact's deployments. */
export async function readDeployments(
  tx: TenantTransaction,
  artifactId: string,
): Promise<Deployment[]> {
  const rows = await tx
    .from('deployments')
    .where({ artifact_id: artifactId })
    .orderBy('lane');
  return rows.map(deploymentOf);
}

/** Keeps what was seen of a lane, and tells what that is news of. */
export async function putSeen(
  tx: TenantTransaction,
  seen: Seen,
  now: string,
): Promise<void> {
  const { artifactId, lane, commit, status } = seen;
  const key = { artifact_id: artifactId, lane };
  const before = await tx.from('deployments').where(key).forUpdate().first();
  const isNew = before?.commit !== commit;
  const isOther = isNew || before?.status !== status;
  const row = {
    ...key,
    revision: seen.revision,
    commit,
    build_id: isNew ? await buildOf(tx, seen) : before.build_id,
    namespace: seen.namespace,
    task_queue: seen.taskQueue,
    status,
    message: seen.message ?? null,
    updated_at: isOther ? seen.updatedAt : before.updated_at,
    observed_at: now,
  };
  if (before) await tx.from('deployments').where(key).update(row);
  else await tx.insert('deployments', row);
  const news: Notice['type'][] = [
    ...(isNew ? (['DeploymentCreated'] as const) : []),
    ...(isOther && status === 'deployed'
      ? (['DeploymentSucceeded'] as const)
      : []),
    ...(isOther && status === 'failed' ? (['DeploymentFailed'] as const) : []),
  ];
  await tell(tx, deploymentOf({ tenant: tx.tenant, ...row }), news, now);
}

/** The build that has proposed a revision, the last one that succeeded. */
async function buildOf(
  tx: TenantTransaction,
  { artifactId, revision }: Seen,
): Promise<string | null> {
  const build = await tx
    .from('builds')
    .where({ artifact_id: artifactId, revision })
    .andWhere('outcome', 'like', '%"status":"succeeded"%')
    .orderBy('started_at', 'desc')
    .first('id');
  return build?.id ?? null;
}

/** A lane of which nothing is wanted any more: `terminating` while it is still served, and then gone. */
export async function putUnwanted(
  tx: TenantTransaction,
  before: Deployment,
  isServed: boolean,
  now: string,
): Promise<void> {
  const { artifactId, lane, status } = before;
  const rows = tx.from('deployments').where({ artifact_id: artifactId, lane });
  if (!isServed) {
    const gone = await rows.delete();
    if (gone) await tell(tx, before, ['DeploymentTerminated'], now);
    return;
  }
  await rows.update({
    status: 'terminating',
    message: null,
    observed_at: now,
    ...(status !== 'terminating' && { updated_at: now }),
  });
}

async function tell(
  tx: TenantTransaction,
  { artifactId, lane, revision, commit, buildId, message }: Deployment,
  types: Notice['type'][],
  at: string,
): Promise<void> {
  if (!types.length) return;
  const state = await readState(tx, artifactId);
  const made = state.revisions.find(({ number }) => number === revision);
  await putNotices(
    tx,
    types.map(type =>
      rowOfNotice({
        type,
        artifactId,
        sequence: made?.sequence ?? state.sequence,
        commandId: uuidv7(),
        at,
        deployment: {
          lane,
          revision,
          commit,
          ...(buildId && { buildId }),
          ...(message && { message }),
        },
      }),
    ),
  );
}

function deploymentOf(row: DeploymentRow): Deployment {
  return {
    artifactId: row.artifact_id,
    lane: row.lane,
    revision: row.revision,
    commit: row.commit,
    ...(row.build_id !== null && { buildId: row.build_id }),
    status: row.status as Deployment['status'],
    ...(row.message !== null && { message: row.message }),
    namespace: row.namespace,
    taskQueue: row.task_queue,
    updatedAt: row.updated_at,
    observedAt: row.observed_at,
  };
}
