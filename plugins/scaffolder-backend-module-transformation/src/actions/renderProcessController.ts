import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { readModel } from '../processController/model';
import { renderProcessController } from '../processController/render';
import { listWorkspaceFiles, writeWorkspaceFile } from './workspaceFiles';

/** Adds to skeleton and compiled drawing in the workspace what depends on the parameters. */
export function createRenderProcessControllerAction() {
  return createTemplateAction({
    id: 'ameide:render-process-controller',
    description:
      'Writes README, names, chart values and catalog entities of a process controller into the workspace',
    supportsDryRun: true,
    schema: {
      input: {
        template: z =>
          z
            .string()
            .describe('Entity reference of the template, for the record'),
        version: z => z.string().describe('Version of the template'),
        parameters: z =>
          z
            .record(z.unknown())
            .describe('Parameters of the template process-controller'),
      },
      output: {
        files: z => z.number().describe('How many files were written'),
      },
    },
    async handler(ctx) {
      const { template, version, parameters } = ctx.input;
      const model = readModel(parameters);
      const files = renderProcessController(
        model,
        { template, version },
        await listWorkspaceFiles(ctx.workspacePath, '.'),
      );
      for (const file of files) {
        await writeWorkspaceFile(ctx.workspacePath, file);
      }
      ctx.logger.info(`Wrote ${files.length} files of ${model.name}`);
      ctx.output('files', files.length);
    },
  });
}
