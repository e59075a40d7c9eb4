import { readdirSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';

/** Where a worker that is written by hand has the answers of its tests. */
const CASES = join('test', 'cases.yaml');

/** A process begins with one of several drawings, and a worker that is written by hand with the one that is of it. */
export function createTakeStarterAction() {
  return createTemplateAction({
    id: 'ameide:take-starter',
    description:
      'Takes the drawing of a starter, and what a language has of it, to the root of the workspace; removes the starters',
    supportsDryRun: true,
    schema: {
      input: {
        starters: z =>
          z
            .string()
            .describe('Folder of the workspace with a folder per starter'),
        starter: z => z.string().describe('Name of the starter'),
        language: z => z.string().describe('Folder in it that is taken'),
        drawing: z => z.string().describe('Path that its drawing gets'),
      },
    },
    async handler(ctx) {
      const { starters, starter, language, drawing } = ctx.input;
      const inWorkspace = (path: string) =>
        resolveSafeChildPath(ctx.workspacePath, path);
      const all = inWorkspace(starters);
      const known = readdirSync(all);
      if (!known.includes(starter)) {
        throw new InputError(
          `starter: "${starter}" is not one of ${known.join(', ')}`,
        );
      }
      const dir = join(all, starter);
      await rename(join(dir, 'drawing.bpmn'), inWorkspace(drawing));
      if (readdirSync(dir).includes(language)) {
        await cp(join(dir, language), inWorkspace('.'), { recursive: true });
        await mkdir(dirname(inWorkspace(CASES)), { recursive: true });
        await rename(join(dir, 'cases.yaml'), inWorkspace(CASES));
      }
      await rm(all, { recursive: true });
      ctx.logger.info(`Begins with ${starter}`);
    },
  });
}
