import { z } from 'zod';

/** How far a revision has come: a draft is submitted, then approved or rejected; an approved one is promoted. */
export const revisionStatus = z.enum([
  'draft',
  'submitted',
  'approved',
  'rejected',
  'promoted',
]);
export type RevisionStatus = z.infer<typeof revisionStatus>;

/** A named, immutable point of an artifact's stream. */
export const revision = z.object({
  /** Counts from 1 within the artifact. */
  number: z.int().positive(),
  /** The sequence the revision stands for. */
  sequence: z.int().positive(),
  note: z.string().optional(),
  status: revisionStatus,
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
});
export type Revision = z.infer<typeof revision>;
