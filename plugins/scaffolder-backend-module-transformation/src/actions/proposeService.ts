import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ApiOf } from '../api';
import { listWorkspaceFiles } from './workspaceFiles';

/** Makes the workspace the source of a service, or merges it into what the service has become. */
export function createProposeServiceAction(apiOf: ApiOf, appBaseUrl: string) {
  return createTemplateAction({
    id: 'ameide:propose-service',
    description:
      'Opens the pull request that makes the workspace the source of a service; where a template has made it before, what was changed by hand stays',
    schema: {
      input: {
        service: z => z.string().describe('Name of the service'),
        title: z => z.string().describe('What people call it'),
        path: z =>
          z
            .string()
            .default('.')
            .describe('Folder of the workspace that is it'),
        without: z =>
          z
            .string()
            .optional()
            .describe('Folder in it that is another repository'),
      },
      output: {
        pullRequestUrl: z =>
          z
            .string()
            .optional()
            .describe('Absent where the main branch says all of it already'),
        rollOutPullRequestUrl: z =>
          z
            .string()
            .optional()
            .describe('Absent where something has to be settled first'),
        conflicts: z =>
          z
            .array(z.string())
            .describe('Files that have to be settled before the merge'),
        catalogInfoUrl: z =>
          z
            .string()
            .describe(
              'Where catalog-info.yaml is once the pull request is merged',
            ),
      },
    },
    async handler(ctx) {
      const { service, title, path = '.', without } = ctx.input;
      const api = apiOf(await ctx.getInitiatorCredentials());
      const files = await listWorkspaceFiles(ctx.workspacePath, path);
      const proposal = await api.proposeService(service, {
        title,
        files: files.filter(
          file => !without || !file.path.startsWith(`${without}/`),
        ),
      });
      const { repository, from, to, conflicts } = proposal;
      const { pullRequest, rollOut } = proposal;
      ctx.logger.info(
        [
          `${repository} ${
            from ? `from version ${from} ` : ''
          }to version ${to}`,
          pullRequest
            ? `pull request ${pullRequest.number}`
            : 'nothing to change',
          ...conflicts.map(file => `${file} has to be settled`),
        ].join(', '),
      );
      const urlOf = (ref?: { id: string }) =>
        ref && `${appBaseUrl}/pull-requests/${ref.id}`;
      ctx.output('pullRequestUrl', urlOf(pullRequest));
      ctx.output('rollOutPullRequestUrl', urlOf(rollOut));
      ctx.output('conflicts', conflicts);
      const { catalogInfoUrl } = await api.getService(service);
      ctx.output('catalogInfoUrl', catalogInfoUrl);
    },
  });
}
