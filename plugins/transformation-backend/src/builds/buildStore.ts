import { NotFoundError } from '@backstage/errors';
import {
  build,
  buildFiles,
  type Build,
  type BuildFiles,
  type CreateBuildRequest,
} from '@ameide/plugin-transformation-common';
import { rowOfNotice, type Notice } from '../artifacts/outbox';
import { putNotices } from '../database/putNotices';
import type {
  TenantTransaction,
  TransformationDatabase,
} from '../database/database';
import type { BuildRow } from '../database/tables';

/** How a build ended, or how far it is. */
export type BuildOutcome = Pick<
  Build,
  'status' | 'steps' | 'diagnostics' | 'pullRequests' | 'finishedAt'
>;

/** What a build was asked for. */
export interface BuildRequest {
  tenant: string;
  id: string;
  artifactId: string;
  revision: number;
  sequence: number;
  startedAt: string;
  startedBy: string;
  defaults: NonNullable<CreateBuildRequest['defaults']>;
  files: NonNullable<CreateBuildRequest['files']>;
}

/** Requests and outcomes of builds. How far a running one is, its workflow knows. */
export interface BuildStore {
  insert(request: BuildRequest): Promise<void>;
  remove(tenant: string, id: string): Promise<void>;
  /** Tells that a build has begun; the second time nothing happens. */
  begin(tenant: string, id: string): Promise<void>;
  /** @throws NotFoundError */
  get(
    tenant: string,
    id: string,
  ): Promise<{ request: BuildRequest; outcome?: BuildOutcome }>;
  /** Newest first. */
  list(
    tenant: string,
    artifactId: string,
  ): Promise<{ request: BuildRequest; outcome?: BuildOutcome }[]>;
  putOutput(tenant: string, id: string, output: BuildFiles): Promise<void>;
  /** Empty before the compiler has made any. @throws NotFoundError */
  getOutput(tenant: string, id: string): Promise<BuildFiles>;
  /** Keeps how a build ended, and tells it; the second time nothing happens. */
  finish(tenant: string, id: string, outcome: BuildOutcome): Promise<void>;
}

/** The same for a build that may not be seen as for none. */
export const noBuild = (id: string) =>
  new NotFoundError(`There is no build ${id}`);

const outcomeSchema = build.pick({
  status: true,
  steps: true,
  diagnostics: true,
  pullRequests: true,
  finishedAt: true,
});

/** What is told of a build by how it ended. */
const ENDED: Record<BuildOutcome['status'], Notice['type']> = {
  running: 'BuildFailed',
  succeeded: 'BuildSucceeded',
  refused: 'BuildRefused',
  failed: 'BuildFailed',
};

export function createBuildStore(database: TransformationDatabase): BuildStore {
  const update = (tenant: string, id: string, change: Partial<BuildRow>) =>
    database.inTenant(tenant, async tx => {
      await tx.from('builds').where({ id }).update(change);
    });
  const rowOf = async (tx: TenantTransaction, id: string) => {
    const row = await tx.from('builds').where({ id }).first();
    if (!row) throw noBuild(id);
    return row;
  };
  return {
    insert: ({ tenant, ...request }) =>
      database.inTenant(tenant, async tx => {
        await tx.insert('builds', {
          id: request.id,
          artifact_id: request.artifactId,
          revision: request.revision,
          sequence: request.sequence,
          started_at: request.startedAt,
          started_by: request.startedBy,
          request: JSON.stringify({
            defaults: request.defaults,
            files: request.files,
          }),
          output: null,
          outcome: null,
        });
      }),
    remove: (tenant, id) =>
      database.inTenant(tenant, async tx => {
        await tx.from('builds').where({ id }).delete();
      }),
    get: (tenant, id) =>
      database.inTenant(tenant, async tx => ofRow(await rowOf(tx, id))),
    list: (tenant, artifactId) =>
      database.inTenant(tenant, async tx => {
        const rows = await tx
          .from('builds')
          .where({ artifact_id: artifactId })
          .orderBy('started_at', 'desc')
          .limit(100);
        return rows.map(ofRow);
      }),
    putOutput: (tenant, id, output) =>
      update(tenant, id, { output: JSON.stringify(output) }),
    getOutput: (tenant, id) =>
      database.inTenant(tenant, async tx => {
        const { output } = await rowOf(tx, id);
        return output
          ? buildFiles.parse(JSON.parse(output))
          : { files: [], sourceMap: [], processes: [] };
      }),
    begin: (tenant, id) =>
      database.inTenant(tenant, async tx => {
        const row = await rowOf(tx, id);
        const told = await tx.from('outbox').where({ command_id: id }).first();
        if (!told) await tell(tx, row, 'BuildRequested', row.started_at);
      }),
    finish: (tenant, id, outcome) =>
      database.inTenant(tenant, async tx => {
        const row = await rowOf(tx, id);
        if (row.outcome) return;
        await tx
          .from('builds')
          .where({ id })
          .update({ outcome: JSON.stringify(outcome) });
        const at = outcome.finishedAt ?? row.started_at;
        await tell(tx, row, ENDED[outcome.status], at);
      }),
  };
}

/** A build is its own command: all that is told of it has its id. */
function tell(
  tx: TenantTransaction,
  { id, artifact_id: artifactId, sequence, revision }: BuildRow,
  type: Notice['type'],
  at: string,
): Promise<void> {
  const told = { type, artifactId, sequence, commandId: id, at };
  return putNotices(tx, [rowOfNotice({ ...told, build: { id, revision } })]);
}

function ofRow(row: BuildRow): {
  request: BuildRequest;
  outcome?: BuildOutcome;
} {
  return {
    request: {
      tenant: row.tenant,
      id: row.id,
      artifactId: row.artifact_id,
      revision: row.revision,
      sequence: row.sequence,
      startedAt: row.started_at,
      startedBy: row.started_by,
      ...JSON.parse(row.request),
    },
    ...(row.outcome && {
      outcome: outcomeSchema.parse(JSON.parse(row.outcome)),
    }),
  };
}
