import { z } from 'zod';
import { artifact } from './artifact';
import { artifactEvent } from './events';
import { gateFinding } from './gate';

/** The answer to a command: where the artifact stands after it. */
export const commandResult = z.object({
  artifact,
  /** What the command made happen. */
  events: z.array(artifactEvent),
  /** What others made happen meanwhile, where the command was merged with it. */
  mergedWith: z.array(artifactEvent).optional(),
});
export type CommandResult = z.infer<typeof commandResult>;

/** Body of a 409 to a command: what happened since `expectedSequence`. */
export const sequenceConflict = z.object({
  error: z.object({ name: z.literal('ConflictError'), message: z.string() }),
  conflict: z.object({
    currentSequence: z.int(),
    events: z.array(artifactEvent),
    /** Of a merge that was refused: the elements that both sides changed. */
    elementIds: z.array(z.string()).optional(),
  }),
});
export type SequenceConflict = z.infer<typeof sequenceConflict>;

/** Body of a 409 to `promote`: what the gate found and nobody waived. */
export const refusedPromotion = z.object({
  error: z.object({ name: z.literal('ConflictError'), message: z.string() }),
  findings: z.array(gateFinding),
});
export type RefusedPromotion = z.infer<typeof refusedPromotion>;
