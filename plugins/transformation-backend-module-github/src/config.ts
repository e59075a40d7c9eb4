import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { tenantId } from '@ameide/plugin-transformation-common';
import { assertApart } from './tenantsApart';

/** The key that all settings of this module are under. */
export const CONFIG_KEY = 'transformation.forge.github';

/** Where a tenant's repositories are. */
export interface TenantConfig {
  owner: string;
  gitopsRepository: string;
  servicePrefix: string;
}

/** Settings of the module; see `config.d.ts`. */
export interface GithubForgeConfig {
  host: string;
  tenants: Map<string, TenantConfig>;
}

const OWNER = /^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$/;
const REPOSITORY = /^(?!\.{1,2}$)(?!.*\.git$)[A-Za-z0-9._-]{1,100}$/;
// with the 63 characters of an artifact's id it stays a name that GitHub takes
const PREFIX = /^([A-Za-z0-9_][A-Za-z0-9._-]{0,36})?$/;

/**
 * Reads the settings.
 *
 * @returns undefined where there are none
 * @throws InputError where they are wrong, or would let one tenant reach another's repositories
 */
export function readGithubForgeConfig(
  root: RootConfigService,
): GithubForgeConfig | undefined {
  const config = root.getOptionalConfig(CONFIG_KEY);
  if (!config) return undefined;
  if (root.getOptionalString('transformation.forge.type') === 'local') {
    throw new InputError(
      `transformation.forge.type is "local" although ${CONFIG_KEY} is set: set the type to "none"`,
    );
  }
  const tenantsConfig = config.getConfig('tenants');
  const tenants = new Map<string, TenantConfig>();
  for (const tenant of tenantsConfig.keys()) {
    const key = `${CONFIG_KEY}.tenants.${tenant}`;
    if (!tenantId.safeParse(tenant).success) {
      throw new InputError(`${key}: "${tenant}" is no name of a tenant`);
    }
    const settings = tenantsConfig.getConfig(tenant);
    tenants.set(tenant, {
      owner: matching(OWNER, `${key}.owner`, settings.getString('owner')),
      gitopsRepository: matching(
        REPOSITORY,
        `${key}.gitopsRepository`,
        settings.getString('gitopsRepository'),
      ),
      servicePrefix: matching(
        PREFIX,
        `${key}.servicePrefix`,
        // the configuration takes an empty text for a mistake
        settings.has('servicePrefix') ? `${settings.get('servicePrefix')}` : '',
      ),
    });
  }
  assertApart(`${CONFIG_KEY}.tenants`, tenants);
  return { host: config.getOptionalString('host') ?? 'github.com', tenants };
}

function matching(pattern: RegExp, key: string, value: string): string {
  if (pattern.test(value)) return value;
  throw new InputError(`${key}: "${value}" is not a name that GitHub takes`);
}
