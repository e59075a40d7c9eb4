import { parseArtifactName } from '@ameide/plugin-transformation-common';
import type { Entity } from '@backstage/catalog-model';

/** Holds the full name of the artifact, `tenants/{tenant}/artifacts/{artifact}`. A hint only: the API authorises. */
export const ARTIFACT_ANNOTATION = 'ameide.io/artifact';

/** The artifact that an entity says it was built from. */
export function artifactOf(
  entity: Entity,
): { tenant: string; artifact: string } | undefined {
  const name = entity.metadata.annotations?.[ARTIFACT_ANNOTATION];
  return name === undefined ? undefined : parseArtifactName(name);
}

/** Whether the extensions of this plugin have something to show on an entity. */
export const isTiedToArtifact = (entity: Entity) =>
  entity.kind.toLowerCase() === 'component' && artifactOf(entity) !== undefined;
