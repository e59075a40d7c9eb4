import { z } from 'zod';
import { gateFinding } from './artifact/gate';
import { sequenceConflict } from './artifact/results';

/** What went wrong, for a program; it stays the same where words change. */
export const problemCode = z.enum([
  'invalid-argument',
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'sequence-conflict',
  'promotion-refused',
  'too-large',
  'upload-required',
  'cursor-expired',
  'too-many-requests',
  'content-damaged',
  'unavailable',
  'internal',
]);
export type ProblemCode = z.infer<typeof problemCode>;

/** Body of every error, `application/problem+json` (RFC 9457). */
export const problem = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  code: problemCode,
  /** Names the place and the remedy. */
  detail: z.string(),
  /** The same in the way of Backstage. */
  error: z.object({ name: z.string(), message: z.string() }),
  /** Of a `sequence-conflict`: what happened since `expectedSequence`. */
  conflict: sequenceConflict.optional(),
  /** Of a `promotion-refused`: what the gate found and nobody waived. */
  findings: z.array(gateFinding).optional(),
});
export type Problem = z.infer<typeof problem>;
