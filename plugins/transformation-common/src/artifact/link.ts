import { z } from 'zod';
import { parseArtifactName } from '../names';

/** How an artifact is related to what it links to. */
export const relation = z.enum([
  'IMPLEMENTS',
  'USES',
  'DEPENDS_ON',
  'DOCUMENTED_BY',
  'REALIZES',
]);
export type Relation = z.infer<typeof relation>;

const ENTITY_REF = /^[a-z][a-z0-9-]*:[a-z0-9._-]+\/[a-z0-9._-]+$/i;

/** The full name of an artifact, or a full entity reference of the catalog. */
export const linkTarget = z
  .string()
  .max(300)
  .refine(
    target => parseArtifactName(target) || ENTITY_REF.test(target),
    'must be the name of an artifact, "tenants/TENANT/artifacts/ID", or an entity reference, "kind:namespace/name"',
  );

/** A link from an artifact to another one, or to an entity of the catalog. */
export const link = z.object({ relation, target: linkTarget });
export type Link = z.infer<typeof link>;
