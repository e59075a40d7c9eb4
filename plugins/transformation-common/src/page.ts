import { z } from 'zod';

/** A page of something; `nextPageToken` is absent on the last. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    /** Of all pages; counted up to 10,000, of a search up to 1,000. */
    totalSize: z.int(),
    nextPageToken: z.string().optional(),
  });
export type Page<T> = { items: T[]; totalSize: number; nextPageToken?: string };
