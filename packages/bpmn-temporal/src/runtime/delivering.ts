import type { JsonObject } from './json';

/** A message on its way; kept until `expires` (milliseconds since 1970) while nobody waits for it. */
export interface Published {
  readonly name: string;
  readonly correlationKey: string;
  readonly variables: JsonObject;
  readonly messageId?: string;
  readonly expires: number;
}

/** Who may take a message just now. */
export interface Takers {
  /** Instances that wait for it, the oldest first. */
  readonly waiting: readonly Waiting[];
  /** Processes that begin with it. */
  readonly starting: readonly Starting[];
}

export interface Waiting {
  readonly workflowId: string;
  readonly runId: string;
  readonly workflowType: string;
}

export interface Starting {
  readonly processId: string;
  readonly workflowType: string;
  readonly taskQueue: string;
}

/** The activities of the worker that deliver messages. */
export interface Delivering {
  /** Null where there is nobody. */
  findTakers(message: Published): Promise<Takers | null>;
  /** The same, but looks again and again for some seconds. */
  awaitTakers(message: Published): Promise<Takers | null>;
  /** True when an instance has taken it, or was started by it; of one id however often it is tried. */
  handOver(message: Published, id: string, takers: Takers): Promise<boolean>;
}
