import type { Resume, RunRequest } from '../../src/runs/messages.ts';

/** A request that starts a run. */
export const starting = (
  input: string,
  values: Record<string, unknown> = {},
): RunRequest => ({ input, values });

/** A request that goes on with one. */
export const resuming = (
  state: Resume['state'] | undefined,
  answer: Resume['answer'],
): RunRequest => {
  if (!state) throw new Error('The run waits for nobody');
  return { values: {}, resume: { state, answer } };
};

/** For `assert.rejects`: an error for the caller with this code, that tells this. */
export const withCode = (code: string, told: RegExp) => (error: unknown) =>
  error instanceof Error &&
  (error as Error & { code?: string }).code === code &&
  told.test(error.message);
