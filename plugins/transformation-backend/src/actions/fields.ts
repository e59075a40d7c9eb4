/** The registry hands out zod 3. */
import type { z as Zod } from 'zod/v3';

/** What every command of an artifact is given. */
export const commandFields = (z: typeof Zod) => ({
  artifact: z.string().describe('Id of the artifact'),
  commandId: z
    .string()
    .describe('A new UUIDv7; the same one again gives the first result'),
  expectedSequence: z
    .number()
    .int()
    .describe('The sequence at which the artifact was seen'),
});

/** An artifact as it is or was. */
export const stateFields = (z: typeof Zod) => ({
  artifact: z.string().describe('Id of the artifact'),
  sequence: z.number().int().optional().describe('The newest where absent'),
});
