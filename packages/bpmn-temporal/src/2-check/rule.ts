import type { Parsed } from '../1-parse';
import type { Diagnostic } from '../types';

/** One rule: one file, one code. The texts are also the table of codes in the README. */
export interface Rule {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  /** What is wrong, in general. */
  readonly title: string;
  /** What to do about it. */
  readonly hint: string;
  /** Where it is broken. */
  find(parsed: Parsed): Iterable<Finding>;
}

export interface Finding {
  readonly elementId?: string | undefined;
  readonly processId?: string | undefined;
  readonly message: string;
  /** Where the rule's hint can be said better. */
  readonly hint?: string;
}

/** A rule about the text alone, before it is parsed. */
export interface TextRule extends Omit<Rule, 'find'> {
  find(source: string): Iterable<Finding>;
}
