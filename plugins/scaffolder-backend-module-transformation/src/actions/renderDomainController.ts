import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { readModel } from '../domainController/model/readModel';
import { renderDomainController } from '../domainController/render';
import { listWorkspaceFiles, writeWorkspaceFile } from './workspaceFiles';

/** Adds to the skeleton in the workspace what depends on the parameters. */
export function createRenderDomainControllerAction() {
  return createTemplateAction({
    id: 'ameide:render-domain-controller',
    description:
      'Writes contract, migrations, handlers, tests, chart values and catalog entities of a domain controller into the workspace',
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
            .describe('Parameters of the template domain-controller'),
      },
      output: {
        files: z => z.number().describe('How many files were written'),
        protoPackage: z => z.string().describe('As in acme.orders.v1'),
      },
    },
    async handler(ctx) {
      const { template, version, parameters } = ctx.input;
      const model = readModel(parameters);
      const files = renderDomainController(
        model,
        { template, version },
        await listWorkspaceFiles(ctx.workspacePath, '.'),
      );
      for (const file of files) {
        await writeWorkspaceFile(ctx.workspacePath, file);
      }
      ctx.logger.info(`Wrote ${files.length} files of ${model.protoPackage}`);
      ctx.output('files', files.length);
      ctx.output('protoPackage', model.protoPackage);
    },
  });
}
