import { Readable } from 'node:stream';
import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  artifactReadPermission,
  type SearchDocument,
  type TransformationClient,
} from '@ameide/plugin-transformation-common';

/** What the collator asks the transformation backend. */
export type DocumentSource = Pick<
  TransformationClient,
  'listTenants' | 'listSearchDocuments'
>;

/** How many documents are asked for at once. */
const BATCH = 200;

/** Collects what the artifacts of all tenants say, one tenant after another. */
export function createArtifactCollatorFactory(
  source: DocumentSource,
): DocumentCollatorFactory {
  return {
    type: 'artifact',
    visibilityPermission: artifactReadPermission,
    getCollator: async () => Readable.from(documents(source)),
  };
}

async function* documents(
  source: DocumentSource,
): AsyncGenerator<IndexableDocument> {
  for (const tenant of (await source.listTenants()).items) {
    let pageToken: string | undefined;
    do {
      const page = await source.listSearchDocuments(tenant, {
        pageSize: BATCH,
        pageToken,
      });
      for (const document of page.items) yield indexed(document);
      pageToken = page.nextPageToken;
    } while (pageToken);
  }
}

/**
 * The name of the artifact is what the permission to see it is asked for. The
 * location has the tenant, which the page does not need: Backstage's index in
 * memory takes documents of one location for one document.
 */
function indexed({ name, id, title, text, ...more }: SearchDocument) {
  return {
    ...more,
    title,
    text,
    location: `/artifacts/${id}?tenant=${more.tenant}`,
    authorization: { resourceRef: name },
  };
}
