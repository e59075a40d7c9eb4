import type { Moddle } from '../../1-parse/moddle';
import type { Diagnostic } from '../../types';
import type { Tree } from './tree';

/** Mends what a rule found: one repair a file, for the codes of one rule or of rules that ask for the same. */
export interface Repair {
  readonly codes: readonly string[];
  /** Done where only missing implementations are to be made up, too. */
  readonly stub?: true;
  /** What was done, in place of the hint of the rule. */
  readonly hint: string;
  /** Changes the tree; false where nothing could be done. `element` is what the rule found, if it said what. */
  mend(tree: Tree, element: Moddle | undefined, finding: Diagnostic): boolean;
}
