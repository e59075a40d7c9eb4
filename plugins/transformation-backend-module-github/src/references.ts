import type { GithubForgeConfig } from './config';
import { fullName, placeOf } from './places';

// without the letters before it, it is the end of some other name
const REFERENCE =
  /(?<![\w./-])(gitops|services\/[a-z][a-z0-9-]{0,62})#(\d{1,9})\b/g;

/**
 * Writes references to pull requests, `services/returns#12`, as GitHub names
 * them: there `services` would be an organization of somebody else.
 */
export function withGithubNames(
  config: GithubForgeConfig,
  tenant: string,
  text: string,
): string {
  return text.replace(REFERENCE, (written, repository: string, number) => {
    try {
      return `${fullName(placeOf(config, tenant, repository))}#${number}`;
    } catch {
      return written;
    }
  });
}
