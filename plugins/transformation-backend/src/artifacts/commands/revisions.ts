import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type { RevisionStatus } from '@ameide/plugin-transformation-common';
import { findingsOf } from '../gate/findings';
import { RefusedPromotionError, withoutWaived } from '../gate/waivers';
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
  decide(state, { revision: number, note }, { by }) {
    assertStatus(state, number, ['submitted']);
    assertNoAuthor(state, number, by);
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

/** Somebody who wrote nothing of a revision takes the responsibility for what the gate finds in it. */
export const waive: CommandHandler<'waive'> = {
  decide(state, { revision: number, code, reason, expiresAt }, { by, now }) {
    assertStatus(state, number, ['draft', 'submitted', 'approved']);
    assertNoAuthor(state, number, by);
    if (new Date(expiresAt) <= now) {
      throw new InputError('expiresAt: must be in the future');
    }
    return [
      { type: 'finding-waived', data: { number, code, reason, expiresAt } },
    ];
  },
};

/** Makes an approved revision the one that counts, where the gate lets it through. */
export const promote: CommandHandler<'promote'> = {
  async prepare(state, { revision }, surroundings) {
    assertStatus(state, revision, ['approved']);
    return { findings: await findingsOf(state, revision, surroundings) };
  },
  decide(state, { revision: number }, { findings = [], now }) {
    assertStatus(state, number, ['approved']);
    const open = withoutWaived(findings, state, number, now);
    if (open.length) throw new RefusedPromotionError(number, open);
    const waived = [...new Set(findings.map(({ code }) => code))];
    return [
      {
        type: 'revision-promoted',
        data: { number, ...(waived.length && { waived }) },
      },
    ];
  },
};

function assertNoAuthor(
  { authors, promotedRevision }: ArtifactState,
  number: number,
  by: string,
): void {
  if (!(by in authors)) return;
  throw new NotAllowedError(
    `${by} wrote part of revision ${number}; it takes somebody who changed nothing since revision ${
      promotedRevision ?? 'zero'
    } was promoted`,
  );
}

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
