import { Octokit } from '@octokit/rest';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import { reason } from './errors';
import { CONFIG_KEY } from './config';

/** GitHub as one organization's credentials reach it. */
export interface GithubClient {
  api: Octokit;
  token: string;
}

/** How to reach GitHub. */
export interface GithubClients {
  /** Where git finds repositories, `https://github.com`. */
  webUrl: string;
  /** @throws ServiceUnavailableError where there are no credentials for the organization */
  of(owner: string): Promise<GithubClient>;
}

const TIMEOUT_MS = 30_000;

/** Another repository may stand where a redirect leads. */
const fetch: typeof globalThis.fetch = (url, init) =>
  globalThis.fetch(url, {
    ...init,
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });

/**
 * Clients with the credentials of `integrations.github`, an app's or a token.
 *
 * @throws InputError where the host has no integration
 */
export function createGithubClients(
  host: string,
  integrations: ScmIntegrationRegistry,
): GithubClients {
  const integration = integrations.github.byHost(host);
  const baseUrl = integration?.config.apiBaseUrl;
  if (!baseUrl) {
    throw new InputError(
      `${CONFIG_KEY}.host: integrations.github has no entry for ${host} with an apiBaseUrl`,
    );
  }
  const credentials =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  const webUrl = `https://${host}`;
  return {
    webUrl,
    async of(owner) {
      // of the organization, not of a repository: what an app may use is cached, and a new repository is missing there
      const { token } = await credentials
        .getCredentials({ url: `${webUrl}/${owner}` })
        .catch(error => {
          throw new ServiceUnavailableError(
            `The GitHub app of integrations.github gives no credentials for ${owner}: ${reason(
              error,
            )}`,
          );
        });
      if (!token) {
        throw new ServiceUnavailableError(
          `There are no credentials for ${owner} at ${host}: install the app of integrations.github in the organization, or set a token`,
        );
      }
      const api = new Octokit({ auth: token, baseUrl, request: { fetch } });
      api.hook.after('request', refuseRedirect);
      return { api, token };
    },
  };
}

function refuseRedirect(response: { status: number }): void {
  if (response.status < 300 || response.status >= 400) return;
  throw Object.assign(new Error('Moved'), {
    name: 'HttpError',
    status: response.status,
    response,
  });
}
