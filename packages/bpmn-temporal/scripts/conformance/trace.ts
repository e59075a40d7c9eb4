/** What the jobs of one case did; a case that is over keeps its own, so that late jobs spoil no other. */
export interface Trace {
  tokens: string[];
  /** Jobs of type `overlap` that run, by workflow. */
  overlapping: Map<string, Set<{ others: boolean }>>;
  /** Jobs that run. */
  running: number;
  /** When a job began or ended last. */
  changed: number;
}

/** Nothing has happened yet. */
export function newTrace(): Trace {
  return {
    tokens: [],
    overlapping: new Map(),
    running: 0,
    changed: Date.now(),
  };
}

export function sleep(ms: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, ms);
  });
}
