import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { RevisionStatus } from '@ameide/plugin-transformation-common';
import { revisionOf, type ArtifactState } from '../state';
import type { CommandHandler } from './handler';

/** Gives the sequence of now a number that stays. */
export const makeRevision: CommandHandler<'make-revision'> = {
  decide: ({ revisions, sequence }, { note }) => [
    {
      type: 'revision-made',
      data: {
        number: revisions.length + 1,
        ofSequence: sequence,
        ...(note && { note }),
      },
    },
  ],
};

/** Asks for approval. */
export const submit: CommandHandler<'submit'> = {
  decide(state, { revision: number, note }) {
    assertStatus(state, number, ['draft', 'rejected']);
    return [
      { type: 'revision-submitted', data: { number, ...(note && { note }) } },
    ];
  },
};

export const approve: CommandHandler<'approve'> = {
  decide(state, { revision: number, note }, by) {
    assertStatus(state, number, ['submitted']);
    if (by in state.authors) {
      throw new NotAllowedError(
        `${by} wrote part of revision ${number}; somebody has to approve it who changed nothing since revision ${
          state.promotedRevision ?? 'zero'
        } was promoted`,
      );
    }
    return [
      { type: 'revision-approved', data: { number, ...(note && { note }) } },
    ];
  },
};

export const reject: CommandHandler<'reject'> = {
  decide(state, { revision: number, reason }) {
    assertStatus(state, number, ['submitted', 'approved']);
    return [{ type: 'revision-rejected', data: { number, reason } }];
  },
};

export const promote: CommandHandler<'promote'> = {
  decide(state, { revision: number }) {
    assertStatus(state, number, ['approved']);
    return [{ type: 'revision-promoted', data: { number } }];
  },
};

function assertStatus(
  state: ArtifactState,
  number: number,
  wanted: RevisionStatus[],
): void {
  const { status } = revisionOf(state, number);
  if (!wanted.includes(status)) {
    throw new ConflictError(
      `revision: ${number} is ${status}, and would have to be ${wanted.join(
        ' or ',
      )} for this`,
    );
  }
}
