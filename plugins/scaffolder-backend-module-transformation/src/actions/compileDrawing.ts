import { stat } from 'node:fs/promises';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { CompileResult } from '@ameide/bpmn-temporal';
import { callIsolated } from '@ameide/plugin-transformation-node';
import { readWorkspaceFile, writeWorkspaceFile } from './workspaceFiles';

const LIMITS = { timeoutMs: 30_000, memoryMb: 768 };

/** Compiles a drawing of the workspace to a Temporal project, in the workspace. */
export function createCompileDrawingAction() {
  return createTemplateAction({
    id: 'ameide:compile-drawing',
    description:
      'Compiles a BPMN drawing in the workspace to a Temporal project in TypeScript',
    supportsDryRun: true,
    schema: {
      input: {
        drawing: z =>
          z.string().describe('Path of the drawing in the workspace'),
        content: z =>
          z
            .string()
            .optional()
            .describe(
              'BPMN 2.0 XML that takes the place of the drawing; copied as it is',
            ),
        name: z => z.string().describe('Name of the project'),
      },
      output: {
        processIds: z =>
          z.array(z.string()).describe('Ids of the processes in the drawing'),
        warnings: z =>
          z.number().describe('How many warnings the compiler has'),
      },
    },
    async handler(ctx) {
      const { drawing, content, name } = ctx.input;
      if (content) {
        await writeWorkspaceFile(ctx.workspacePath, { path: drawing, content });
      }
      const result = await callIsolated<CompileResult>(
        {
          modulePath: require.resolve('@ameide/bpmn-temporal'),
          exportName: 'compile',
        },
        [await readWorkspaceFile(ctx.workspacePath, drawing), { name }],
        LIMITS,
      );
      const lines = result.diagnostics.map(
        ({ severity, code, elementId, message, hint }) =>
          `${severity} ${code}${
            elementId ? ` at ${elementId}` : ''
          }: ${message}. ${hint}`,
      );
      for (const line of lines) ctx.logger.info(line);
      if (result.diagnostics.some(({ severity }) => severity === 'error')) {
        throw new InputError(
          `${drawing} cannot be compiled: ${lines.join(' | ')}`,
        );
      }
      for (const file of result.files) {
        const isThere = await stat(
          resolveSafeChildPath(ctx.workspacePath, file.path),
        ).then(
          () => true,
          () => false,
        );
        // what the skeleton brought goes before what the compiler proposes
        if (file.owner === 'compiler' || !isThere) {
          await writeWorkspaceFile(ctx.workspacePath, file);
        }
      }
      ctx.logger.info(`Compiled ${drawing} to ${result.files.length} files`);
      ctx.output(
        'processIds',
        result.processes.map(({ processId }) => processId),
      );
      ctx.output(
        'warnings',
        result.diagnostics.filter(({ severity }) => severity === 'warning')
          .length,
      );
    },
  });
}
