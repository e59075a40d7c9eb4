import { InputError } from '@backstage/errors';
import type {
  Artifact,
  ArtifactContent,
  ArtifactEvent,
  Revision,
} from '@ameide/plugin-transformation-common';
import type { ArtifactCriteria } from '@ameide/plugin-transformation-node';
import type { TenantTransaction } from '../database/database';
import { getContent, openContent } from './contents';
import { narrow } from './criteria';
import { readEvents } from './events/read';
import { readState, stateOfRow } from './projection';
import { artifactOf } from './state';

/** An artifact without its content. @throws NotFoundError */
export async function readArtifact(
  tx: TenantTransaction,
  id: string,
): Promise<Artifact> {
  return artifactOf(tx.tenant, await readState(tx, id));
}

/** Those of some ids that are there, in no order. */
export async function findArtifacts(
  tx: TenantTransaction,
  ids: string[],
  criteria?: ArtifactCriteria,
): Promise<Artifact[]> {
  const query = tx.from('artifacts').whereIn('id', ids).select('state');
  if (criteria) narrow(query, criteria);
  return (await query).map(row => artifactOf(tx.tenant, stateOfRow(row)));
}

/** The events of an artifact behind a sequence, oldest first. @throws NotFoundError */
export async function listEvents(
  tx: TenantTransaction,
  id: string,
  after = 0,
): Promise<ArtifactEvent[]> {
  await readState(tx, id);
  return readEvents(tx, id, after);
}

/** The revisions of an artifact, newest first. @throws NotFoundError */
export async function listRevisions(
  tx: TenantTransaction,
  id: string,
): Promise<Revision[]> {
  return (await readState(tx, id)).revisions.reverse();
}

/**
 * The content as it stood at a sequence, the newest where none is given.
 *
 * @throws NotFoundError, InputError where the artifact has no such sequence
 */
export async function readContent(
  tx: TenantTransaction,
  id: string,
  at?: number,
): Promise<ArtifactContent> {
  const { sequence, digest } = await contentAt(tx, id, at);
  return { sequence, digest, content: await getContent(tx, digest) };
}

/**
 * The same, to be opened as a stream after the transaction.
 *
 * @throws NotFoundError, InputError where the artifact has no such sequence
 */
export async function openDownload(
  tx: TenantTransaction,
  id: string,
  at?: number,
) {
  const found = await contentAt(tx, id, at);
  return { ...found, open: await openContent(tx, found.digest) };
}

async function contentAt(tx: TenantTransaction, id: string, at?: number) {
  const state = await readState(tx, id);
  const sequence = at ?? state.sequence;
  if (sequence < 1 || sequence > state.sequence) {
    throw new InputError(
      `sequence: artifact ${id} has the sequences 1 to ${state.sequence}, not ${sequence}`,
    );
  }
  const last = await tx
    .from('artifact_events')
    .where({ artifact_id: id })
    .andWhere('sequence', '<=', sequence)
    .whereIn('type', ['artifact-created', 'content-changed'])
    .orderBy('sequence', 'desc')
    .first();
  const { digest } = JSON.parse(last!.data) as { digest: string };
  return { kind: state.kind, sequence, digest };
}
