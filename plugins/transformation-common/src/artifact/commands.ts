import { z } from 'zod';
import { resourceId } from '../names';
import { artifactKind, tags, title, upload } from './artifact';
import { linkTarget, relation } from './link';
import { elementOperation } from './operations';

/** Made by whoever gives the command; the same one again gives the first result. */
export const commandId = z.uuidv7();

/** Whether exactly one of several is given. */
const oneOf = (...values: unknown[]) =>
  values.filter(value => value !== undefined).length === 1;

/** `POST /artifacts`. The same `commandId` again returns the first result. */
export const createArtifactRequest = z
  .object({
    commandId,
    /** Made of the title where absent. */
    id: resourceId.optional(),
    kind: artifactKind.default('bpmn'),
    title,
    owner: z.string().optional(),
    /** This, or `uploadId`; 64 KiB at most. */
    content: z.string().min(1).optional(),
    /** A content that was uploaded before, see `upload`. */
    uploadId: upload.shape.uploadId.optional(),
  })
  .refine(
    ({ content, uploadId }) => oneOf(content, uploadId),
    'needs either content or uploadId',
  );
export type CreateArtifactRequest = z.input<typeof createArtifactRequest>;

const revisionNumber = z.int().positive();
const note = z.string().max(500).optional();

const command = <T extends string, S extends z.ZodRawShape>(
  type: T,
  shape: S,
) =>
  z.object({
    type: z.literal(type),
    commandId,
    /** The sequence at which the artifact was seen by whoever gives the command. */
    expectedSequence: z.int().positive(),
    ...shape,
  });

/** `POST /artifacts/{artifact}/commands`: one change of one artifact. */
export const artifactCommand = z.discriminatedUnion('type', [
  command('change', {
    /** The whole content, 64 KiB at most; this, `uploadId` or `operations`. */
    content: z.string().min(1).optional(),
    /** A content that was uploaded before, see `upload`. */
    uploadId: upload.shape.uploadId.optional(),
    /** Changes of what the content was at `expectedSequence`, in their order. */
    operations: z.array(elementOperation).min(1).max(500).optional(),
    /** Join the content with what others changed since `expectedSequence`, where they changed other elements. */
    merge: z.boolean().optional(),
  }).refine(
    ({ content, uploadId, operations }) => oneOf(content, uploadId, operations),
    'needs either content, uploadId or operations',
  ),
  command('rename', { title }),
  /** Sets all tags at once. */
  command('tag', { tags }),
  command('link', { relation, target: linkTarget }),
  command('unlink', { relation, target: linkTarget }),
  command('archive', {}),
  command('restore', {}),
  command('comment', {
    text: z.string().trim().min(1).max(5000),
    /** The element that the comment is about; the whole artifact where absent. */
    elementId: z.string().max(200).optional(),
  }),
  command('make-revision', { note }),
  command('submit', { revision: revisionNumber, note }),
  command('approve', { revision: revisionNumber, note }),
  command('reject', {
    revision: revisionNumber,
    reason: z.string().trim().min(1).max(500),
  }),
  /** Takes the responsibility for what the gate found, see `gateFinding`. */
  command('waive', {
    revision: revisionNumber,
    code: z.string().min(1).max(100),
    reason: z.string().trim().min(1).max(500),
    expiresAt: z.iso.datetime(),
  }),
  /** Needs an approval, and a gate without findings that nobody waived. */
  command('promote', { revision: revisionNumber }),
  /** Makes the content of a revision that was promoted before the content again, as a new, promoted revision. */
  command('roll-back', { revision: revisionNumber, note }),
]);
export type ArtifactCommand = z.infer<typeof artifactCommand>;
/** A command of one type. */
export type CommandOf<T extends ArtifactCommand['type']> = Extract<
  ArtifactCommand,
  { type: T }
>;
