import { NotFoundError } from '@backstage/errors';
import type { TenantTransaction } from '../database/database';
import type { ArtifactRow } from '../database/tables';
import { artifactState, type ArtifactState } from './state';

/** The row of a state: the state itself, and beside it what is searched by. */
export function rowOfState(state: ArtifactState): Omit<ArtifactRow, 'tenant'> {
  const { id, kind, title, owner, archived, tags, sequence, updatedAt } = state;
  return {
    id,
    kind,
    title,
    owner,
    archived,
    tags: JSON.stringify(tags),
    sequence,
    updated_at: updatedAt,
    state: JSON.stringify(state),
  };
}

/** The state that a row keeps. */
export function stateOfRow({ state }: Pick<ArtifactRow, 'state'>) {
  return artifactState.parse(JSON.parse(state));
}

/** The same for a foreign or hidden artifact as for none. */
export const noArtifact = (id: string) =>
  new NotFoundError(`There is no artifact ${id}`);

/** The sequence that an artifact stands at; nobody else changes it before the transaction ends. */
export async function lockArtifact(
  tx: TenantTransaction,
  id: string,
): Promise<number | undefined> {
  const row = await tx
    .from('artifacts')
    .where({ id })
    .forUpdate()
    .first('sequence');
  return row?.sequence;
}

/**
 * Where an artifact stands now.
 *
 * @throws NotFoundError, the same for a foreign artifact as for none
 */
export async function readState(
  tx: TenantTransaction,
  id: string,
): Promise<ArtifactState> {
  const row = await tx.from('artifacts').where({ id }).first('state');
  if (!row) throw noArtifact(id);
  return stateOfRow(row);
}
