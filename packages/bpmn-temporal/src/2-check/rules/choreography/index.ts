import { choreographyActivity } from './choreography-activity';
import { choreographyReference } from './choreography-reference';
import { closedChoreography } from './closed-choreography';
import type { Rule } from '../../rule';

/** What belongs into choreographies, and what does not. */
export const choreographyRules: readonly Rule[] = [
  choreographyActivity,
  choreographyReference,
  closedChoreography,
];
