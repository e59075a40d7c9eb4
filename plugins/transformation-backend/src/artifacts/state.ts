import { InputError } from '@backstage/errors';
import { z } from 'zod';
import {
  artifact,
  artifactName,
  revision,
  waiver,
  type Artifact,
  type Revision,
} from '@ameide/plugin-transformation-common';

/** The version of {@link artifactState}; to be raised where its shape changes, which makes older snapshots void. */
export const STATE_VERSION = 1;

/** What a stream adds up to; everything of an artifact but its tenant and content. */
export const artifactState = artifact
  .omit({ name: true, tenant: true, latestRevision: true })
  .extend({
    /** SHA-256 of the content. */
    digest: z.string(),
    /** Oldest first. */
    revisions: z.array(revision),
    waivers: z.array(waiver),
    /**
     * Who wrote something since the revision that was promoted last, with the
     * sequence of the last thing; none of them may approve the next one.
     */
    authors: z.record(z.string(), z.int()),
  });
export type ArtifactState = z.infer<typeof artifactState>;

/** The artifact as it is shown. */
export function artifactOf(tenant: string, state: ArtifactState): Artifact {
  const { digest: _, revisions, waivers: __, authors: ___, ...shown } = state;
  const latestRevision = revisions.at(-1);
  return {
    ...shown,
    name: artifactName(tenant, state.id),
    tenant,
    ...(latestRevision && { latestRevision }),
  };
}

/** @throws InputError where the artifact has no revision of this number */
export function revisionOf(
  { id, revisions }: ArtifactState,
  number: number,
): Revision {
  const found = revisions[number - 1];
  if (!found) {
    throw new InputError(
      `revision: artifact ${id} has ${revisions.length} revision(s) and none with the number ${number}`,
    );
  }
  return found;
}
