import { calledDecision } from './called-decision';
import { decisionContent } from './decision-content';
import type { Rule } from '../../rule';

/** Rules about the decisions that business rule tasks call. */
export const decisionRules: readonly Rule[] = [calledDecision, decisionContent];
