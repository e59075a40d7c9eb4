import { setTimeout as sleep } from 'node:timers/promises';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  TransformationApiError,
  type Build,
} from '@ameide/plugin-transformation-common';
import type { ApiOf } from '../api';
import { listWorkspaceFiles } from './workspaceFiles';

/** A build takes seconds; one that takes minutes hangs. */
const MOST_SECONDS = 300;

/** A build goes on while the factory or Temporal cannot be asked for a moment. */
const MOST_SECONDS_UNAVAILABLE = 30;

/** Files of the compiler, by their names. */
const COMPILED = /\.gen\.[a-z.]+$/;

/** Builds an artifact with the workspace as its template, which opens both pull requests. */
export function createOpenPullRequestsAction(apiOf: ApiOf, appBaseUrl: string) {
  return createTemplateAction({
    id: 'ameide:open-pull-requests',
    description:
      'Builds an artifact and opens the pull requests of its source and of its roll-out; files of the workspace go into a new source repository',
    schema: {
      input: {
        artifact: z => z.string().describe('Id of the artifact'),
        path: z => z.string().default('.').describe('Folder of the workspace'),
      },
      output: {
        servicePullRequestUrl: z => z.string().optional(),
        gitopsPullRequestUrl: z => z.string().optional(),
        catalogInfoUrl: z =>
          z
            .string()
            .describe(
              'Where catalog-info.yaml is once the pull request is merged',
            ),
      },
    },
    async handler(ctx) {
      const { artifact } = ctx.input;
      const api = apiOf(await ctx.getInitiatorCredentials());
      const workspace = await listWorkspaceFiles(
        ctx.workspacePath,
        ctx.input.path ?? '.',
      );
      // the build makes these itself
      const files = workspace.filter(({ path }) => !COMPILED.test(path));
      const build = await runBuild(api, artifact, files);
      for (const { name, status, message } of build.steps) {
        ctx.logger.info(`${name}: ${status}${message ? `, ${message}` : ''}`);
      }
      if (build.status !== 'succeeded') {
        const reasons = [
          ...build.diagnostics.map(
            ({ code, message }) => `${code}: ${message}`,
          ),
          ...build.steps.flatMap(({ message }) => message ?? []),
        ];
        throw new Error(
          `The build of ${artifact} was ${build.status}: ${reasons.join('; ')}`,
        );
      }
      const urlOf = (repository: RegExp) => {
        const found = build.pullRequests.find(ref =>
          repository.test(ref.repository),
        );
        return found && `${appBaseUrl}/pull-requests/${found.id}`;
      };
      ctx.output('servicePullRequestUrl', urlOf(/^services\//));
      ctx.output('gitopsPullRequestUrl', urlOf(/^gitops$/));
      const { catalogInfoUrl } = await api.getService(artifact);
      ctx.output('catalogInfoUrl', catalogInfoUrl);
    },
  });
}

async function runBuild(
  api: ReturnType<ApiOf>,
  artifact: string,
  files: { path: string; content: string }[],
): Promise<Build> {
  const end = Date.now() + MOST_SECONDS * 1000;
  let answered = Date.now();
  let build: Build | undefined;
  while (Date.now() < end) {
    try {
      build = build
        ? await api.getBuild(build.id)
        : await startUnlessBusy(api, artifact, files);
      answered = Date.now();
    } catch (error) {
      const silent = Date.now() - answered;
      if (!isUnavailable(error) || silent > MOST_SECONDS_UNAVAILABLE * 1000)
        throw error;
    }
    if (build && build.status !== 'running') return build;
    await sleep(500);
  }
  throw new Error(
    `The build of ${artifact} did not end within ${MOST_SECONDS} s`,
  );
}

function isUnavailable(error: unknown): boolean {
  return error instanceof TransformationApiError && error.status === 503;
}

/** Another build of the artifact may run, as one that this task started before it was killed: wait for it. */
async function startUnlessBusy(
  api: ReturnType<ApiOf>,
  artifact: string,
  files: { path: string; content: string }[],
): Promise<Build | undefined> {
  try {
    return await api.startBuild(artifact, { files });
  } catch (error) {
    if (error instanceof TransformationApiError && error.status === 409)
      return undefined;
    throw error;
  }
}
