import { z } from 'zod';
import { artifact } from './artifact';
import { artifactEvent } from './events';

/** The answer to a command: where the artifact stands after it. */
export const commandResult = z.object({
  artifact,
  /** What the command made happen. */
  events: z.array(artifactEvent),
  /** What others made happen meanwhile, where the command was merged with it. */
  mergedWith: z.array(artifactEvent).optional(),
});
export type CommandResult = z.infer<typeof commandResult>;

/** What happened since the `expectedSequence` of a command that is refused for it. */
export const sequenceConflict = z.object({
  currentSequence: z.int(),
  events: z.array(artifactEvent),
  /** Of a merge that was refused: the elements that both sides changed. */
  elementIds: z.array(z.string()).optional(),
});
export type SequenceConflict = z.infer<typeof sequenceConflict>;
