import { z } from 'zod';
import {
  check,
  erasureRequest,
  erasureResult,
  importResult,
  purgeResult,
  rebuildProgress,
  searchDocumentPage,
  tenantExportLine,
} from '@ameide/plugin-transformation-common';
import { documentsQuery } from '../searchDocuments';
import { JSON_LINES } from '../tenants';
import { listOf, type Operation } from './operation';

/** Routes for administrators of a tenant, and for the plugins that read all tenants. */
export const tenantOperations: Operation[] = [
  {
    method: 'get',
    path: '/tenants/{tenant}/export',
    summary: 'All artifacts with their history and contents, one line each',
    answer: tenantExportLine,
    answerType: JSON_LINES,
  },
  {
    method: 'post',
    path: '/tenants/{tenant}/import',
    summary: 'Reads an export into a tenant that has no artifacts',
    body: tenantExportLine,
    contentType: JSON_LINES,
    status: 201,
    answer: importResult,
  },
  {
    method: 'post',
    path: '/tenants/{tenant}/purge',
    summary: 'Takes everything of the tenant away, for ever',
    answer: purgeResult,
  },
  {
    method: 'post',
    path: '/tenants/{tenant}/erasures',
    summary: 'Puts a pseudonym in place of a person, for ever',
    body: erasureRequest,
    answer: erasureResult,
  },
  {
    method: 'post',
    path: '/tenants/{tenant}/rebuild',
    summary:
      'Folds all streams again and mends the projection, with a line of progress for each artifact',
    answer: rebuildProgress,
    answerType: JSON_LINES,
  },
  {
    method: 'get',
    path: '/tenants/{tenant}/checks',
    summary: 'Whether the factory has what it needs, and what to do where not',
    answer: listOf(check),
  },
  {
    method: 'get',
    path: '/tenants',
    summary: 'For the search alone: the tenants that there are',
    answer: listOf(z.string()),
  },
  {
    method: 'get',
    path: '/tenants/{tenant}/search-documents',
    summary: 'For the search alone: what the artifacts of a tenant say',
    query: documentsQuery,
    answer: searchDocumentPage,
  },
  {
    method: 'get',
    path: '/tenants/{tenant}/artifacts/{artifact}/bindings',
    summary: 'For the catalog alone: entities that a drawing is bound to',
    answer: listOf(z.string()),
  },
];
