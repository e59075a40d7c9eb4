import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import type { PullRequestProposal } from '@ameide/plugin-transformation-node';
import { createGithubClients } from '../client';
import { readGithubForgeConfig } from '../config';
import { createGithubForge } from '../githubForge';

/** The token of the tests; no message may show it. */
export const TOKEN = 'ghp_0123456789abcdefghij';

/** The forge of the tenants `demo` and `other`, at a GitHub Enterprise of the test's own. */
export function makeForge(
  apiBaseUrl: string,
  credentials: object = { token: TOKEN },
) {
  const rootConfig = mockServices.rootConfig({
    data: {
      integrations: {
        github: [{ host: 'ghe.test', apiBaseUrl, ...credentials }],
      },
      transformation: {
        forge: {
          type: 'none',
          github: {
            host: 'ghe.test',
            tenants: {
              demo: {
                owner: 'acme',
                gitopsRepository: 'gitops',
                servicePrefix: 'svc-',
              },
              other: {
                owner: 'acme',
                gitopsRepository: 'other-gitops',
                servicePrefix: 'other-',
              },
            },
          },
        },
      },
    },
  });
  const logger = mockServices.logger.mock();
  const clients = createGithubClients(
    'ghe.test',
    ScmIntegrations.fromConfig(rootConfig),
  );
  const config = readGithubForgeConfig(rootConfig)!;
  return {
    forge: createGithubForge({ config, clients, logger }),
    clients,
    logger,
  };
}

/** A proposal for `services/lead-to-order`. */
export function proposalOf(
  headCommit: string,
  more: Partial<PullRequestProposal> = {},
): PullRequestProposal {
  return {
    tenant: 'demo',
    repository: 'services/lead-to-order',
    headBranch: 'factory/lead-to-order',
    headCommit,
    title: 'Lead to order: revision 1',
    body: 'The source of **Lead to order**.',
    artifactId: 'lead-to-order',
    revision: 1,
    buildId: 'build-1',
    author: 'user:demo/ada',
    ...more,
  };
}
