import { z } from 'zod';

const elementId = z.string().min(1).max(200);

/** One change of one element, for those who would rather not write a whole content. */
export const elementOperation = z.discriminatedUnion('op', [
  /** Sets a plain property, or takes it away with `null`. */
  z.object({
    op: z.literal('set'),
    elementId,
    property: z.string().min(1).max(100),
    value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  }),
  /** Takes an element away, and what cannot be without it. */
  z.object({ op: z.literal('remove'), elementId }),
]);
export type ElementOperation = z.infer<typeof elementOperation>;
