import { readdirSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import {
  resolvePackagePath,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';

const SKELETONS = resolvePackagePath(
  '@ameide/plugin-scaffolder-backend-module-transformation',
  'skeletons',
);

/**
 * Copies what several templates have alike. A template cannot take in the files
 * of another one, and a dry-run knows its own folder alone: so these are here.
 */
export function createCopySkeletonAction() {
  return createTemplateAction({
    id: 'ameide:copy-skeleton',
    description:
      'Copies parts that several templates have alike into the workspace; nothing in them is rendered',
    supportsDryRun: true,
    schema: {
      input: {
        parts: z =>
          z
            .record(z.string())
            .describe(
              `Folders of the workspace, by the part that is copied into each: ${readdirSync(
                SKELETONS,
              ).join(', ')}`,
            ),
      },
    },
    async handler(ctx) {
      const known = readdirSync(SKELETONS);
      for (const [part, folder] of Object.entries(ctx.input.parts)) {
        if (!known.includes(part)) {
          throw new InputError(
            `parts: "${part}" is not one of ${known.join(', ')}`,
          );
        }
        await cp(
          resolveSafeChildPath(SKELETONS, part),
          resolveSafeChildPath(ctx.workspacePath, folder),
          { recursive: true },
        );
      }
    },
  });
}
