import { z } from 'zod';
import { resourceId } from '../names';
import { artifactKind, title } from './artifact';
import { commandId } from './commands';
import { link } from './link';

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

const number = z.int().positive();
const note = z.string().optional();

const event = <T extends string, D extends z.ZodRawShape>(type: T, data: D) =>
  z.object({
    artifactId: resourceId,
    sequence: z.int().positive(),
    commandId,
    /** Never before the event in front of it, even where the clock went backwards. */
    at: z.iso.datetime(),
    /** Entity reference of whoever gave the command. */
    by: z.string(),
    type: z.literal(type),
    data: z.object(data),
  });

/** What happened to an artifact; the stream of these is the artifact. */
export const artifactEvent = z.discriminatedUnion('type', [
  event('artifact-created', {
    kind: artifactKind,
    title,
    owner: z.string(),
    digest: z.string(),
  }),
  event('content-changed', {
    digest: z.string(),
    /** What the change means. */
    changes: z.array(elementChange),
    /** What was only moved on the drawing. */
    layout: z.array(elementChange),
    /** The content was joined with what others changed after this sequence. */
    mergedSince: number.optional(),
    /** The content is that of this revision again. */
    rolledBackTo: number.optional(),
  }),
  event('artifact-renamed', { title, previousTitle: title }),
  event('artifact-tagged', {
    tags: z.array(z.string()),
    previousTags: z.array(z.string()),
  }),
  event('artifact-linked', link.shape),
  event('artifact-unlinked', link.shape),
  event('artifact-archived', {}),
  event('artifact-restored', {}),
  event('comment-added', {
    text: z.string(),
    elementId: z.string().optional(),
  }),
  event('revision-made', {
    number,
    /** The sequence the revision names, which is the one before this event. */
    ofSequence: z.int().positive(),
    note,
  }),
  event('revision-submitted', { number, note }),
  event('revision-approved', { number, note }),
  event('revision-rejected', { number, reason: z.string() }),
  event('finding-waived', {
    number,
    code: z.string(),
    reason: z.string(),
    expiresAt: z.iso.datetime(),
  }),
  event('revision-promoted', {
    number,
    /** The codes that were found and waived. */
    waived: z.array(z.string()).optional(),
  }),
]);
export type ArtifactEvent = z.infer<typeof artifactEvent>;
/** An event of one type. */
export type EventOf<T extends ArtifactEvent['type']> = Extract<
  ArtifactEvent,
  { type: T }
>;
