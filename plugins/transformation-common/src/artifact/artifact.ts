import { z } from 'zod';
import { resourceId } from '../names';
import { link } from './link';
import { revision } from './revision';

/** The largest content the store takes, in bytes of UTF-8. */
export const MAX_CONTENT_BYTES = 10 * 1024 * 1024;

/** The largest content that a command carries itself, in bytes of UTF-8; a larger one is uploaded first. */
export const MAX_INLINE_BYTES = 64 * 1024;

/** The name of a kind: one of `kindSchemas`, or one that came by the artifact kinds extension point. */
export const artifactKind = resourceId;
export type ArtifactKind = z.infer<typeof artifactKind>;

export const title = z.string().trim().min(1).max(200);

/** Each tag once, in the order of the alphabet. */
export const tags = z
  .array(resourceId)
  .max(50)
  .transform(given => [...new Set(given)].sort());

/** An artifact as its projection shows it: everything but the content. */
export const artifact = z.object({
  id: resourceId,
  /** `tenants/{tenant}/artifacts/{artifact}` */
  name: z.string(),
  tenant: z.string(),
  kind: artifactKind,
  title,
  /** Entity reference of the owning group or user. */
  owner: z.string(),
  /** Number of events in the stream; what a command names as `expectedSequence`. */
  sequence: z.int().positive(),
  tags: z.array(z.string()),
  links: z.array(link),
  /** An archived artifact takes no command but `restore` and `comment`. */
  archived: z.boolean(),
  /** The newest revision, where one was made. */
  latestRevision: revision.optional(),
  /** The number of the revision that was promoted last. */
  promotedRevision: z.int().positive().optional(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  updatedAt: z.iso.datetime(),
  updatedBy: z.string(),
});
export type Artifact = z.infer<typeof artifact>;

/** An artifact of a list. */
export const listedArtifact = artifact.extend({
  /** With `search`: a line of the content that has what was searched for. */
  snippet: z.string().optional(),
});
export type ListedArtifact = z.infer<typeof listedArtifact>;

/** An artifact's content at one sequence, byte for byte as it was given. */
export const artifactContent = z.object({
  sequence: z.int().positive(),
  /** SHA-256 of the content, in hexadecimal. */
  digest: z.string(),
  content: z.string(),
});
export type ArtifactContent = z.infer<typeof artifactContent>;

/** `POST /uploads`: a content that commands can name. */
export const upload = z.object({
  /** SHA-256 of the content, in hexadecimal. */
  uploadId: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int(),
});
export type Upload = z.infer<typeof upload>;

/** A kind that the store takes. */
export const kindInfo = z.object({
  kind: artifactKind,
  /** JSON Schema of the content, or of what it says where it is no JSON. */
  schema: z.record(z.string(), z.unknown()),
});
export type KindInfo = z.infer<typeof kindInfo>;
