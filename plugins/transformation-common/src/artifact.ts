import { z } from 'zod';
import { resourceId } from './names';

/** The largest drawing the store takes, in bytes of UTF-8. */
export const MAX_CONTENT_BYTES = 4 * 1024 * 1024;

/** What an artifact can be. Further kinds come by the artifact kinds extension point. */
export const artifactKind = z.enum(['bpmn']);
export type ArtifactKind = z.infer<typeof artifactKind>;

const title = z.string().trim().min(1).max(200);
const commandId = z.uuidv7();

/** A named, immutable point of an artifact's stream. */
export const revision = z.object({
  /** Counts from 1 within the artifact. */
  number: z.int().positive(),
  /** The sequence the revision stands for. */
  sequence: z.int().positive(),
  note: z.string().optional(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
});
export type Revision = z.infer<typeof revision>;

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
  /** The newest revision, where one was made. */
  latestRevision: revision.optional(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  updatedAt: z.iso.datetime(),
  updatedBy: z.string(),
});
export type Artifact = z.infer<typeof artifact>;

/** An artifact's content at one sequence, byte for byte as it was given. */
export const artifactContent = z.object({
  sequence: z.int().positive(),
  /** SHA-256 of the content, in hexadecimal. */
  digest: z.string(),
  content: z.string(),
});
export type ArtifactContent = z.infer<typeof artifactContent>;

/** `POST /artifacts`. The same `commandId` again returns the first result. */
export const createArtifactRequest = z.object({
  commandId,
  /** Made of the title where absent. */
  id: resourceId.optional(),
  kind: artifactKind.default('bpmn'),
  title,
  owner: z.string().optional(),
  content: z.string().min(1),
});
export type CreateArtifactRequest = z.input<typeof createArtifactRequest>;

/** `POST /artifacts/{artifact}/commands`: one change of one artifact. */
export const artifactCommand = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('change'),
    commandId,
    expectedSequence: z.int().positive(),
    content: z.string().min(1),
  }),
  z.object({
    type: z.literal('rename'),
    commandId,
    expectedSequence: z.int().positive(),
    title,
  }),
  z.object({
    type: z.literal('make-revision'),
    commandId,
    expectedSequence: z.int().positive(),
    note: z.string().max(500).optional(),
  }),
]);
export type ArtifactCommand = z.infer<typeof artifactCommand>;

/** One element that a change touched, in the terms of the kind. */
export const elementChange = z.object({
  elementId: z.string(),
  /** As the kind calls it: `userTask`, `sequenceFlow`, … */
  elementType: z.string(),
  elementName: z.string().optional(),
  change: z.enum(['added', 'removed', 'changed', 'moved']),
  /** What a person reads: `condition changed from … to …`. */
  detail: z.string().optional(),
});
export type ElementChange = z.infer<typeof elementChange>;

const eventHead = {
  artifactId: resourceId,
  sequence: z.int().positive(),
  commandId,
  at: z.iso.datetime(),
  /** Entity reference of whoever gave the command. */
  by: z.string(),
};

/** What happened to an artifact; the stream of these is the artifact. */
export const artifactEvent = z.discriminatedUnion('type', [
  z.object({
    ...eventHead,
    type: z.literal('artifact-created'),
    data: z.object({
      kind: artifactKind,
      title,
      owner: z.string(),
      digest: z.string(),
    }),
  }),
  z.object({
    ...eventHead,
    type: z.literal('content-changed'),
    data: z.object({ digest: z.string(), changes: z.array(elementChange) }),
  }),
  z.object({
    ...eventHead,
    type: z.literal('artifact-renamed'),
    data: z.object({ title, previousTitle: title }),
  }),
  z.object({
    ...eventHead,
    type: z.literal('revision-made'),
    data: z.object({
      number: z.int().positive(),
      /** The sequence the revision names, which is the one before this event. */
      ofSequence: z.int().positive(),
      note: z.string().optional(),
    }),
  }),
]);
export type ArtifactEvent = z.infer<typeof artifactEvent>;

/** The answer to a command: where the artifact stands after it. */
export const commandResult = z.object({
  artifact,
  events: z.array(artifactEvent),
});
export type CommandResult = z.infer<typeof commandResult>;

/** Body of a 409 to a command: what happened since `expectedSequence`. */
export const sequenceConflict = z.object({
  error: z.object({ name: z.literal('ConflictError'), message: z.string() }),
  conflict: z.object({
    currentSequence: z.int(),
    events: z.array(artifactEvent),
  }),
});
export type SequenceConflict = z.infer<typeof sequenceConflict>;

/** A page of something; `nextPageToken` is absent on the last. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    totalSize: z.int(),
    nextPageToken: z.string().optional(),
  });
export type Page<T> = { items: T[]; totalSize: number; nextPageToken?: string };
