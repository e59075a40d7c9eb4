import { refusedMerge } from '../conflict';
import { readEvents } from '../events/read';
import { readContent } from '../read';
import type { ArtifactState } from '../state';
import type { Surroundings } from './handler';

/** The most elements that a message names. */
const NAMED = 10;

/**
 * Joins the content of a stale command with what others have made of the
 * artifact since.
 *
 * @throws SequenceConflictError where both changed the same elements, or what comes out has mistakes
 */
export async function mergeContent(
  { id, sequence }: ArtifactState,
  {
    content: mine,
    expectedSequence,
  }: { content: string; expectedSequence: number },
  { kind, read }: Surroundings,
): Promise<string> {
  const { base, theirs, events } = await read(async tx => ({
    base: await readContent(tx, id, expectedSequence),
    theirs: await readContent(tx, id, sequence),
    events: await readEvents(tx, id, expectedSequence),
  }));
  if (base.digest === theirs.digest) return mine;
  const between = { currentSequence: sequence, events };
  const { content, elementIds } = await kind.merge(
    base.content,
    theirs.content,
    mine,
  );
  if (content === undefined) {
    throw refusedMerge(
      { ...between, elementIds },
      `both sides changed ${elementIds.slice(0, NAMED).join(', ')}`,
    );
  }
  const errors = (await kind.validate(content)).filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length) {
    const [{ code, message, elementId }] = errors;
    throw refusedMerge(
      between,
      `what comes out has ${errors.length} mistake(s), ${code} at ${
        elementId ?? 'the whole'
      }: ${message}`,
    );
  }
  return content;
}
