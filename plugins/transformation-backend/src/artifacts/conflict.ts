import { ConflictError } from '@backstage/errors';
import type { SequenceConflict } from '@ameide/plugin-transformation-common';

/** Somebody else changed the artifact since the sequence that a command expected. */
export class SequenceConflictError extends ConflictError {
  constructor(readonly conflict: SequenceConflict, message: string) {
    super(message);
  }
}

/** The conflict of a command that saw another sequence than the artifact has. */
export function staleCommand(
  expected: number,
  between: SequenceConflict,
): SequenceConflictError {
  const { currentSequence, events } = between;
  return new SequenceConflictError(
    between,
    expected > currentSequence
      ? `expectedSequence: ${expected} is ahead of the artifact, which stands at ${currentSequence}; read it again`
      : `The artifact stands at sequence ${currentSequence}, not at ${expected}: ${events.length} event(s) came in between; read them and give the command again with expectedSequence ${currentSequence}`,
  );
}

/** The conflict of a merge that cannot be done by itself; `reason` says why. */
export function refusedMerge(
  between: SequenceConflict,
  reason: string,
): SequenceConflictError {
  return new SequenceConflictError(
    between,
    `merge: ${reason}; read what came in between, join it by hand and give the command again with expectedSequence ${between.currentSequence}`,
  );
}
