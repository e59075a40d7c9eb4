import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { readAgent } from '../agent/readAgent';
import { renderAgent } from '../agent/render';
import { listWorkspaceFiles, writeWorkspaceFile } from './workspaceFiles';

/** Adds to the skeleton in the workspace what depends on the parameters. */
export function createRenderAgentAction() {
  return createTemplateAction({
    id: 'ameide:render-agent',
    description:
      'Writes definition, contracts, scenarios, chart values and catalog entities of an agent into the workspace',
    supportsDryRun: true,
    schema: {
      input: {
        template: z =>
          z
            .string()
            .describe('Entity reference of the template, for the record'),
        version: z => z.string().describe('Version of the template'),
        parameters: z =>
          z.record(z.unknown()).describe('Parameters of the template agent'),
      },
      output: {
        files: z => z.number().describe('How many files were written'),
        tools: z => z.array(z.string()).describe('Ids of the tools'),
      },
    },
    async handler(ctx) {
      const { template, version, parameters } = ctx.input;
      const model = readAgent(parameters);
      const files = renderAgent(
        model,
        { template, version },
        await listWorkspaceFiles(ctx.workspacePath, '.'),
      );
      for (const file of files) {
        await writeWorkspaceFile(ctx.workspacePath, file);
      }
      ctx.logger.info(`Wrote ${files.length} files of ${model.name}`);
      ctx.output('files', files.length);
      ctx.output(
        'tools',
        model.definition.tools.map(({ id }) => id),
      );
    },
  });
}
