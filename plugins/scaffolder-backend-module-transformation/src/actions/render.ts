import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { RenderedFile, TemplateVersion } from '../service/provenance';
import { listWorkspaceFiles, writeWorkspaceFile } from './workspaceFiles';

/** What is rendered of one kind of controller. */
export interface Renderer {
  /** As the template is called, `domain-controller`. */
  kind: string;
  /** In a few words, for those who write templates. */
  writes: string;
  /** @throws InputError that names each parameter that is wrong */
  read(parameters: unknown): {
    /** What the files are of, in a word or two: `acme.orders.v1`. */
    of: string;
    /** A pure function: the same template and skeleton give the same bytes. */
    files(template: TemplateVersion, skeleton: RenderedFile[]): RenderedFile[];
  };
}

/** Adds to the skeleton in the workspace what depends on the parameters. */
export function createRenderAction({ kind, writes, read }: Renderer) {
  return createTemplateAction({
    id: `ameide:render-${kind}`,
    description: `Writes ${writes} into the workspace`,
    supportsDryRun: true,
    schema: {
      input: {
        template: z =>
          z
            .string()
            .describe('Entity reference of the template, for the record'),
        version: z => z.string().describe('Version of the template'),
        parameters: z =>
          z.record(z.unknown()).describe(`Parameters of the template ${kind}`),
      },
      output: {
        files: z => z.number().describe('How many files were written'),
        of: z => z.string().describe('What they are of'),
      },
    },
    async handler(ctx) {
      const { template, version, parameters } = ctx.input;
      const { of, files } = read(parameters);
      const written = files(
        { template, version },
        await listWorkspaceFiles(ctx.workspacePath, '.'),
      );
      for (const file of written) {
        await writeWorkspaceFile(ctx.workspacePath, file);
      }
      ctx.logger.info(`Wrote ${written.length} files of ${of}`);
      ctx.output('files', written.length);
      ctx.output('of', of);
    },
  });
}
