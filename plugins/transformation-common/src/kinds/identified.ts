import { z } from 'zod';

/** What an element of a content is known by, within the content. */
export const elementId = z.string().min(1).max(200);

/** An element that can be found again in another version of the content. */
export const identified = z.object({
  id: elementId,
  name: z.string().optional(),
});
