import { z } from 'zod';
import { resourceId } from './names';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** The version of {@link tenantExportLine}; raised where an older release could not read a line. */
export const EXPORT_VERSION = 1;

/**
 * One line of an export of a tenant, which is a file of JSON lines: a header;
 * for each artifact the contents that its events name first, its events in
 * their order, and where it stands after them; an end that counts.
 */
export const tenantExportLine = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('header'),
    format: z.literal('ameide-tenant-export'),
    version: z.int().positive(),
    tenant: resourceId,
    exportedAt: z.iso.datetime(),
  }),
  z.object({
    type: z.literal('content'),
    /** SHA-256 of the content's UTF-8 bytes. */
    digest,
    content: z.string(),
  }),
  z.object({
    type: z.literal('event'),
    artifact: resourceId,
    sequence: z.int().positive(),
    /** As stored: `content-changed`, … in the version that it was written in. */
    event: z.string(),
    version: z.int().positive(),
    commandId: z.uuidv7(),
    at: z.iso.datetime(),
    by: z.string(),
    data: z.record(z.string(), z.unknown()),
  }),
  z.object({
    type: z.literal('artifact'),
    artifact: resourceId,
    kind: z.string(),
    title: z.string(),
    sequence: z.int().positive(),
    /** SHA-256 of what all events add up to, revisions, tags and links with it; the import comes to the same. */
    state: digest,
  }),
  z.object({
    type: z.literal('end'),
    artifacts: z.int().min(0),
    events: z.int().min(0),
    contents: z.int().min(0),
    /** SHA-256 of all lines before this one, each with its line feed. */
    digest,
  }),
]);
export type TenantExportLine = z.infer<typeof tenantExportLine>;

/** What was read of an export. */
export const importResult = z.object({
  artifacts: z.int(),
  events: z.int(),
  contents: z.int(),
});
export type ImportResult = z.infer<typeof importResult>;

/** What a purge took away. */
export const purgeResult = z.object({
  /** Rows, by table. */
  rows: z.record(z.string(), z.int()),
  objects: z.int(),
});
export type PurgeResult = z.infer<typeof purgeResult>;

/** `POST /tenants/{tenant}/erasures` */
export const erasureRequest = z.object({
  /** `user:{tenant}/{name}` */
  userEntityRef: z.string().regex(/^user:[a-z0-9-]+\/[a-z0-9._-]+$/),
});
export const erasureResult = z.object({
  /** What stands in place of the person now, wherever they were named. */
  pseudonym: z.string(),
  /** Values that were changed, by table. */
  changed: z.record(z.string(), z.int()),
  /** Artifacts in whose contents, of now or of before, somebody wrote the reference; contents are never changed. */
  mentionedIn: z.array(z.string()),
});
export type ErasureResult = z.infer<typeof erasureResult>;

/** One line of the answer to `POST /tenants/{tenant}/rebuild`; the last one has `mended`. */
export const rebuildProgress = z.object({
  done: z.int(),
  total: z.int(),
  /** Artifacts whose projection was not what their stream says. */
  mended: z.array(z.string()).optional(),
});
export type RebuildProgress = z.infer<typeof rebuildProgress>;

/** One thing that the factory needs, and how it stands. */
export const check = z.object({
  name: z.string(),
  status: z.enum(['ok', 'warning', 'failed']),
  detail: z.string(),
  /** What to do where it is not ok. */
  remedy: z.string().optional(),
});
export type Check = z.infer<typeof check>;
