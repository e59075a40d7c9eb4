import { z } from 'zod';
import { artifact } from './artifact';

/** What an artifact is found by in the search of all plugins. */
export const searchDocument = artifact
  .pick({
    name: true,
    tenant: true,
    id: true,
    kind: true,
    owner: true,
    title: true,
  })
  .extend({
    /** What it is about, and all words of its content. */
    text: z.string(),
  });
export type SearchDocument = z.infer<typeof searchDocument>;

/** A page of documents; `nextPageToken` is absent on the last. */
export const searchDocumentPage = z.object({
  items: z.array(searchDocument),
  nextPageToken: z.string().optional(),
});
export type SearchDocumentPage = z.infer<typeof searchDocumentPage>;
