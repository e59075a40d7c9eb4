import { diff3Merge } from 'node-diff3';
import type { Merge } from '@ameide/plugin-transformation-node';

/** Joins two versions of a text, line by line. */
export function mergeText(base: string, theirs: string, mine: string): Merge {
  const [b, t, m] = [base, theirs, mine].map(text => text.split('\n'));
  const regions = diff3Merge(t, b, m);
  const both = regions.flatMap(({ conflict }) =>
    conflict ? [`line ${conflict.oIndex + 1}`] : [],
  );
  if (both.length) return { elementIds: both };
  return { content: regions.flatMap(({ ok }) => ok ?? []).join('\n') };
}
