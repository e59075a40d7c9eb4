import { z } from 'zod';

const values = z.record(z.string(), z.unknown());

const proposal = z.strictObject({
  id: z.uuid(),
  tool: z.string(),
  target: z.string(),
  service: z.string(),
  method: z.string(),
  arguments: values,
  reason: z.string(),
});

/** The state of a run that waits for a person; whoever has started the run keeps it. */
export const savedState = z.strictObject({
  run_id: z.uuid(),
  node: z.string(),
  messages: z.array(
    z.strictObject({ type: z.string(), data: z.looseObject({}) }),
  ),
  values,
  proposals: z.array(proposal),
  calls: z.int().min(0),
});
export type SavedState = z.infer<typeof savedState>;

/** Starts a run, or goes on with one. */
export const runRequest = z
  .strictObject({
    input: z
      .string()
      .min(1)
      .max(100_000)
      .optional()
      .describe('What somebody says to the agent'),
    values: values
      .default({})
      .describe(
        'What conditions and arguments find as input, besides its text',
      ),
    resume: z
      .strictObject({
        state: savedState,
        answer: z.union([
          z.string(),
          z.boolean(),
          z.number(),
          z.array(z.unknown()),
          values,
        ]),
      })
      .optional()
      .describe('The answer of the person that a run has waited for'),
  })
  .refine(
    ({ input, resume }) => (input === undefined) !== (resume === undefined),
    'send "input" or "resume"',
  );
export type RunRequest = z.infer<typeof runRequest>;
export type Resume = NonNullable<RunRequest['resume']>;

/** How a run ended. */
export interface RunAnswer {
  run_id: string;
  status: 'completed' | 'interrupted' | 'declined';
  answer: string;
  values: z.infer<typeof values>;
  proposals: z.infer<typeof proposal>[];
  /** What a run waits for. */
  question?: { node: string; question: string };
  /** To be sent back with the answer to the question. */
  state?: SavedState;
}
