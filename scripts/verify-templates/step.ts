import type { Input } from './inputs';
import type { Scaffolder } from './scaffolder';

/** How a step ended. */
export interface Outcome {
  name: string;
  verdict: 'pass' | 'fail' | 'skip';
  ms: number;
  /** Why it failed or was skipped; of one that passed, what is worth to know. */
  reason: string;
}

/** What a step looks at. */
export interface Output {
  dir: string;
  input: Input;
  scaffolder: Scaffolder;
  /** Address of the superuser of a PostgreSQL server. */
  databaseUrl: string;
}

/** Something that has to be true of an output. */
export interface Step {
  name: string;
  /** Resolves to what is worth to know; rejects where it is not true, with Skip where that cannot be found out. */
  run(output: Output): Promise<string | void>;
}

/** A step cannot be done here, for this reason. */
export class Skip extends Error {}

/** Runs a step and times it. */
export async function runStep(step: Step, output: Output): Promise<Outcome> {
  const start = performance.now();
  const end = (verdict: Outcome['verdict'], reason: string): Outcome => ({
    name: step.name,
    verdict,
    ms: Math.round(performance.now() - start),
    reason,
  });
  try {
    return end('pass', (await step.run(output)) ?? '');
  } catch (error) {
    const { message } = error as Error;
    return end(error instanceof Skip ? 'skip' : 'fail', message);
  }
}
