import { z } from 'zod';
import { resourceId } from '../names';

/** What an element of a content is known by, within the content. */
export const elementId = z.string().min(1).max(200);

/** An element that can be found again in another version of the content. */
export const identified = z.object({
  id: elementId,
  name: z.string().optional(),
});

/** An artifact's full name: with its tenant. */
export const artifactReference = z.templateLiteral(
  ['tenants/', resourceId, '/artifacts/', resourceId],
  { error: 'must be "tenants/TENANT/artifacts/ID"' },
);
