/** The registry hands out zod 3. */
import type { z as Zod } from 'zod/v3';

/** What every command is told from others by. */
export const commandId = (z: typeof Zod) =>
  z
    .string()
    .describe('A new UUIDv7; the same one again gives the first result');

/** What every command of an artifact is given. */
export const commandFields = (z: typeof Zod) => ({
  artifact: z.string().describe('Id of the artifact'),
  commandId: commandId(z),
  expectedSequence: z
    .number()
    .int()
    .describe('The sequence at which the artifact was seen'),
});

/** A content, itself or uploaded before. */
export const contentFields = (z: typeof Zod) => ({
  content: z
    .string()
    .optional()
    .describe('The whole content, where it is small'),
  uploadId: z
    .string()
    .optional()
    .describe(
      'In place of content, for more than 64 KiB: the uploadId that POST /api/transformation/v1/uploads answers to the bytes, sent as application/octet-stream',
    ),
});

/** An artifact as it is or was. */
export const stateFields = (z: typeof Zod) => ({
  artifact: z.string().describe('Id of the artifact'),
  sequence: z.number().int().optional().describe('The newest where absent'),
});
