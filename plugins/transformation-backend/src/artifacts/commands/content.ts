import { ConflictError } from '@backstage/errors';
import type { CommandOf, Revision } from '@ameide/plugin-transformation-common';
import { assertContentText, digestOf, inline, uploaded } from '../contents';
import { readContent } from '../read';
import { revisionOf, type ArtifactState } from '../state';
import { mergeContent } from './merge';
import type {
  CommandHandler,
  NewContent,
  NewEvent,
  Surroundings,
} from './handler';

/** Replaces the content; with `merge`, joins it with what others changed meanwhile. */
export const change: CommandHandler<'change'> = {
  compares: true,
  async prepare(state, command, surroundings) {
    const { expectedSequence } = command;
    const content = await contentOf(state, command, surroundings);
    assertContentText(content);
    await surroundings.kind.assertContent(content);
    if (expectedSequence === state.sequence) {
      return { content: await compared(content, surroundings) };
    }
    const merged = await mergeContent(
      state,
      { content, expectedSequence },
      surroundings,
    );
    const joined = await compared(merged, surroundings);
    return { content: { ...joined, mergedSince: expectedSequence } };
  },
  decide: (_state, _command, { content }) => [
    contentChanged(content!, { mergedSince: content!.mergedSince }),
  ],
};

/** Makes the content of a revision that was promoted before the content again, as a new and promoted revision. */
export const rollBack: CommandHandler<'roll-back'> = {
  compares: true,
  async prepare(state, { revision }, surroundings) {
    const { sequence } = promotedBefore(state, revision);
    const { content } = await surroundings.read(tx =>
      readContent(tx, state.id, sequence),
    );
    return { content: await compared(content, surroundings) };
  },
  decide(state, { revision, note }, { content }) {
    const number = state.revisions.length + 1;
    return [
      contentChanged(content!, { rolledBackTo: revision }),
      {
        type: 'revision-made',
        data: {
          number,
          ofSequence: state.sequence + 1,
          note: note ?? `Rolled back to revision ${revision}`,
        },
      },
      { type: 'revision-promoted', data: { number } },
    ];
  },
};

/** The content that is given, or the one that operations make of what was seen. */
async function contentOf(
  { id }: ArtifactState,
  { content, uploadId, operations, expectedSequence }: CommandOf<'change'>,
  { kind, read }: Surroundings,
): Promise<string> {
  if (content !== undefined) return inline(content);
  if (!operations) return read(tx => uploaded(tx, uploadId));
  const seen = await read(tx => readContent(tx, id, expectedSequence));
  return kind.apply(seen.content, operations);
}

async function compared(
  content: string,
  { kind, current }: Surroundings,
): Promise<NewContent> {
  const [changes, texts] = await Promise.all([
    kind.difference(current!, content),
    kind.describe(content),
  ]);
  return { content, changes, texts };
}

function contentChanged(
  { content, changes }: NewContent,
  origin: { mergedSince?: number; rolledBackTo?: number },
): NewEvent {
  return {
    type: 'content-changed',
    data: {
      digest: digestOf(content),
      changes: changes.filter(item => item.change !== 'moved'),
      layout: changes.filter(item => item.change === 'moved'),
      ...origin,
    },
  };
}

function promotedBefore(state: ArtifactState, number: number): Revision {
  const revision = revisionOf(state, number);
  if (revision.status !== 'promoted') {
    throw new ConflictError(
      `revision: ${number} was never promoted, it is ${revision.status}; roll back to one that was`,
    );
  }
  return revision;
}
