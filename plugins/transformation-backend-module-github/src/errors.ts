import {
  ConflictError,
  InputError,
  isError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { fullName, type Place } from './places';

/** What Octokit throws; there is no response where GitHub was not reached. */
interface HttpError extends Error {
  status: number;
  response?: { headers?: Record<string, string | undefined> };
}

/** GitHub's status, where the error is an answer of GitHub. */
export function statusOf(error: unknown): number | undefined {
  return isHttpError(error) && error.response ? error.status : undefined;
}

function isHttpError(error: unknown): error is HttpError {
  return isError(error) && error.name === 'HttpError';
}

/**
 * Does something at GitHub; what GitHub refuses comes out as an error of
 * Backstage that names the repository and the remedy. The original is not
 * attached: it carries the request.
 */
export async function atGithub<T>(
  place: Place,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isHttpError(error) ? explained(place, error) : error;
  }
}

function explained(place: Place, error: HttpError): Error {
  const name = fullName(place);
  const said = reason(error);
  if (!error.response) {
    return new ServiceUnavailableError(
      `GitHub could not be reached for ${name}: ${said}`,
    );
  }
  const { status } = error;
  if (status === 401) {
    return new ServiceUnavailableError(
      `GitHub does not take the credentials for ${name} (${said}): look at integrations.github, whether the token has expired or the app's key has been replaced`,
    );
  }
  const wait = rateLimit(error);
  if (wait) {
    return new ServiceUnavailableError(
      `GitHub answers no more requests for ${name} ${wait}: its rate limit is reached`,
    );
  }
  if (status === 403) {
    return new NotAllowedError(
      `GitHub refuses ${name} (${said}): give the app or the token of integrations.github the permissions Contents, Pull requests and Administration, read and write`,
    );
  }
  if (status === 404) {
    return new NotFoundError(
      `GitHub knows no ${name}, or does not show it to the credentials of integrations.github: install the app there, with access to this repository`,
    );
  }
  if (status >= 300 && status < 400) {
    return new ConflictError(
      `${name} or its branch has another name now: name it in the configuration as GitHub does, or rename it back`,
    );
  }
  if (status === 409) {
    return new ConflictError(`GitHub refuses a change of ${name}: ${said}`);
  }
  if (status >= 500) {
    return new ServiceUnavailableError(
      `GitHub fails for ${name} with status ${status}: try again in a while`,
    );
  }
  return new InputError(`GitHub refuses a change of ${name}: ${said}`);
}

/** How long to wait, where the rate limit is the reason. */
function rateLimit({
  status,
  message,
  response,
}: HttpError): string | undefined {
  const headers = response?.headers ?? {};
  if (status !== 403 && status !== 429) return undefined;
  if (headers['retry-after']) return `for ${headers['retry-after']} s`;
  if (headers['x-ratelimit-remaining'] === '0') {
    const reset = Number(headers['x-ratelimit-reset']) * 1000;
    return Number.isFinite(reset)
      ? `until ${new Date(reset).toISOString()}`
      : 'for now';
  }
  return status === 429 || /rate limit/i.test(message) ? 'for now' : undefined;
}

/** What an error says, without what may be a credential. */
export function reason(error: unknown): string {
  const text = isError(error) ? error.message : 'unknown reason';
  return text
    .replace(/\b(gh[a-z]_|github_pat_)\w+/g, '***')
    .replace(/\b(basic|bearer|token) [\w.~+/=-]{16,}/gi, '$1 ***')
    .slice(0, 1000);
}
