import type { RootConfigService } from '@backstage/backend-plugin-api';

/** The tenant whose repository a URL leads into; undefined where it leads into none that the factory knows. */
export type TenantOf = (url: string) => string | undefined;

/** Reads where repositories are: of the local forge, and at GitHub as `transformation.forge.github` says it. */
export function createTenantOf(config: RootConfigService): TenantOf {
  const local = normal(`${config.getString('app.baseUrl')}/repositories/`)!;
  const atGithub = readGithub(config);
  return url => {
    const place = normal(url);
    if (!place) return undefined;
    if (place.startsWith(local)) {
      return place.slice(local.length).split('/')[0];
    }
    return atGithub.find(({ start }) => place.startsWith(start))?.tenant;
  };
}

/** What the addresses of each tenant's repositories begin with; the forge makes sure that none begins as another's. */
function readGithub(
  root: RootConfigService,
): { tenant: string; start: string }[] {
  const github = root.getOptionalConfig('transformation.forge.github');
  const tenants = github?.getOptionalConfig('tenants');
  if (!github || !tenants) return [];
  const host = github.getOptionalString('host') ?? 'github.com';
  return tenants.keys().flatMap(tenant => {
    const settings = tenants.getConfig(tenant);
    // the configuration takes an empty text for a mistake
    const prefix = settings.has('servicePrefix')
      ? `${settings.get('servicePrefix')}`
      : '';
    const owner = `https://${host}/${settings.getString('owner')}`;
    const gitops = settings.getString('gitopsRepository');
    return [`${owner}/${prefix}`, `${owner}/${gitops}/`].map(start => ({
      tenant,
      start: normal(start)!,
    }));
  });
}

/** One spelling for all that lead to one place: GitHub looks at no case, and readers not at doubled slashes. */
function normal(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { host, pathname } = new URL(url);
  return `${host}${decoded(pathname)}`.replace(/\/+/g, '/').toLowerCase();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
