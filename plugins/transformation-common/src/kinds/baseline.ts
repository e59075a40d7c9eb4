import { z } from 'zod';
import { artifactReference, elementId } from './identified';

/** Revisions that go together. A revision of a baseline never changes, and neither do those that it names. */
export const baseline = z.strictObject({
  name: z.string().min(1),
  description: z.string().optional(),
  revisions: z
    .array(
      z.strictObject({
        id: elementId,
        artifact: artifactReference,
        revision: z.int().positive(),
      }),
    )
    .min(1),
});
export type Baseline = z.infer<typeof baseline>;
