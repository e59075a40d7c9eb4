/** What a small drawing has to do: the lines of the table in docs/reference/bpmn-coverage.md. */
export interface Case {
  /** What it proves, in the terms of BPMN. */
  readonly title: string;
  /** The process in short: see `sketch`. */
  readonly process: string;
  readonly variables?: object;
  /** Ids of the flow nodes in the order in which tokens get there. */
  readonly path?: string;
  /** The same, sorted, where the order is a matter of luck. */
  readonly elements?: string;
  /** The end event that is reached last. */
  readonly ended?: string;
  /** Code of the BPMN error by which the instance fails. */
  readonly fails?: string;
  /** Variables at the end. */
  readonly result?: object;
  /** Where its tokens are, if it never ends. */
  readonly waits?: string;
  /** A message that is published when it waits. */
  readonly message?: string;
}

export type Cases = Readonly<Record<string, Case>>;
