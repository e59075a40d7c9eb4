import {
  parseArtifactName,
  parseRevisionName,
  type GateFinding,
} from '@ameide/plugin-transformation-common';
import type { TenantTransaction } from '../../database/database';
import type { Surroundings } from '../commands/handler';
import { stateOfRow } from '../projection';
import type { ArtifactState } from '../state';

type Around = Pick<Surroundings, 'tenant' | 'read' | 'entityExists'>;

/** Whether there is an artifact or entity that the tenant may see. */
export async function isThere(
  target: string,
  around: Around,
): Promise<boolean> {
  const name = parseArtifactName(target);
  return name
    ? (await find(name, around)) !== undefined
    : around.entityExists(around.tenant, target);
}

/** References to what is not there, is archived, or was never promoted. */
export async function unresolved(
  references: string[],
  around: Around,
): Promise<GateFinding[]> {
  const problems = await Promise.all(
    references.map(async reference => {
      const problem = await problemOf(reference, around);
      return problem ? [`${reference} ${problem}`] : [];
    }),
  );
  return problems.flat().map(message => ({ code: 'GATE_REFERENCE', message }));
}

async function problemOf(
  reference: string,
  around: Around,
): Promise<string | undefined> {
  const missing = 'is not there, or is not of your tenant';
  const named = parseRevisionName(reference);
  const name = named ?? parseArtifactName(reference);
  if (!name) {
    const there = await around.entityExists(around.tenant, reference);
    return there ? undefined : missing;
  }
  const state = await find(name, around);
  if (!state) return missing;
  if (state.archived) return 'is archived; restore it, or name another';
  if (!named) return undefined;
  const revision = state.revisions[named.revision - 1];
  if (!revision) return missing;
  return revision.status === 'promoted'
    ? undefined
    : `is ${revision.status}; promote it first`;
}

async function find(
  { tenant, artifact }: { tenant: string; artifact: string },
  around: Around,
): Promise<ArtifactState | undefined> {
  if (tenant !== around.tenant) return undefined;
  const row = await around.read((tx: TenantTransaction) =>
    tx.from('artifacts').where({ id: artifact }).first('state'),
  );
  return row && stateOfRow(row);
}
