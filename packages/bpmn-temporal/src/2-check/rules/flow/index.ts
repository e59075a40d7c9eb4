import { deadElement } from './dead-element';
import { deadlock } from './deadlock';
import { hotLoop } from './hot-loop';
import { unsynchronised } from './unsynchronised';
import type { Rule } from '../../rule';

/** What a drawing may say, but hardly means. */
export const flowRules: readonly Rule[] = [
  deadlock,
  unsynchronised,
  deadElement,
  hotLoop,
];
