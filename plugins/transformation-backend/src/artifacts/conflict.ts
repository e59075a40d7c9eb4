import { ConflictError } from '@backstage/errors';
import type { ArtifactEvent } from '@ameide/plugin-transformation-common';

/** Somebody else changed the artifact since the sequence that a command expected. */
export class SequenceConflictError extends ConflictError {
  constructor(
    expected: number,
    readonly currentSequence: number,
    readonly events: ArtifactEvent[],
  ) {
    super(
      expected > currentSequence
        ? `expectedSequence: ${expected} is ahead of the artifact, which stands at ${currentSequence}; read it again`
        : `The artifact stands at sequence ${currentSequence}, not at ${expected}: ${events.length} event(s) came in between; read them and give the command again with expectedSequence ${currentSequence}`,
    );
  }
}
