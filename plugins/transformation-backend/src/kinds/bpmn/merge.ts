import type { Merge } from '@ameide/plugin-transformation-node';
import { mergeXml } from '../xml/mergeXml';

/** Joins two drawings that were made of the same one. */
export function mergeBpmn(base: string, theirs: string, mine: string): Merge {
  return mergeXml(base, theirs, mine, 'id');
}
