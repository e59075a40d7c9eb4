import { v7 as uuidv7 } from 'uuid';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { TransformationApiError } from '@ameide/plugin-transformation-common';
import type { ApiOf } from '../api';
import { readWorkspaceFile } from './workspaceFiles';

/** Stores a drawing, or a content of another kind, of the workspace as an artifact of the caller's tenant. */
export function createRegisterArtifactAction(apiOf: ApiOf) {
  return createTemplateAction({
    id: 'ameide:register-artifact',
    description:
      'Stores a drawing or another content of the workspace in the artifact store',
    schema: {
      input: {
        drawing: z =>
          z.string().describe('Path of the content in the workspace'),
        kind: z =>
          z
            .string()
            .optional()
            .describe('Kind of the artifact; bpmn where it is left out'),
        id: z => z.string().describe('Id of the artifact in the tenant'),
        title: z => z.string().describe('Title of the artifact'),
        owner: z =>
          z.string().optional().describe('Entity reference of the owner'),
        onlyNew: z =>
          z
            .boolean()
            .optional()
            .describe('Leaves an artifact that is there already as it is'),
      },
      output: {
        artifact: z => z.string().describe('Id of the artifact'),
        name: z => z.string().describe('tenants/TENANT/artifacts/ARTIFACT'),
      },
    },
    async handler(ctx) {
      const { drawing, kind, id, title, owner, onlyNew } = ctx.input;
      const api = apiOf(await ctx.getInitiatorCredentials());
      const content = await readWorkspaceFile(ctx.workspacePath, drawing);
      // the same command when the task is resumed: then it does nothing twice
      const commandId = await ctx.checkpoint({
        key: 'register-artifact.command',
        fn: async () => uuidv7(),
      });
      const existing = await findArtifact(api, id);
      if (existing && onlyNew) {
        ctx.logger.info(`${existing.name} is there, and stays as it is`);
      } else if (!existing) {
        const created = await api.createArtifact({
          commandId,
          id,
          kind,
          title,
          owner,
          content,
        });
        ctx.logger.info(`Stored ${created.artifact.name}`);
      } else if ((await api.getContent(id)).content === content) {
        ctx.logger.info(`${existing.name} has this content already`);
      } else {
        await api.command(id, {
          type: 'change',
          commandId,
          expectedSequence: existing.sequence,
          content,
        });
        ctx.logger.info(`Changed ${existing.name}`);
      }
      const artifact = await api.getArtifact(id);
      ctx.output('artifact', artifact.id);
      ctx.output('name', artifact.name);
    },
  });
}

async function findArtifact(api: ReturnType<ApiOf>, id: string) {
  try {
    return await api.getArtifact(id);
  } catch (error) {
    if (error instanceof TransformationApiError && error.status === 404)
      return undefined;
    throw error;
  }
}
