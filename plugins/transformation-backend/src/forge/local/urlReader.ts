import { Readable } from 'node:stream';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import {
  coreServices,
  createServiceFactory,
  type RootConfigService,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  ReadUrlResponseFactory,
  urlReaderFactoriesServiceRef,
  type ReaderFactory,
} from '@backstage/backend-defaults/urlReader';
import { readFactoryConfig } from '../../config';
import { commitOf, listFiles, readFile, readFiles } from '../../git/repository';
import { MAIN, repositoryDir } from './repositories';

/** Where a repository of the local forge is found: the page that shows its files has the same address. */
export function repositoryUrl(
  appBaseUrl: string,
  tenant: string,
  repository: string,
): string {
  return `${appBaseUrl}/repositories/${tenant}/${repository}`;
}

/** Of a file at the main branch. */
export const fileUrlIn = (repository: string, path: string): string =>
  `${repository}/blob/${MAIN}/${path}`;

interface Place {
  tenant: string;
  repository: string;
  path: string;
}

/** The other way round; undefined where the URL is none of the forge's. */
export function parseRepositoryFileUrl(
  appBaseUrl: string,
  url: string,
): Place | undefined {
  const prefix = `${appBaseUrl}/repositories/`;
  if (!url.startsWith(prefix)) return undefined;
  const match =
    /^([^/]+)\/(gitops|services\/[^/]+)\/(?:blob|tree)\/main\/?(.*)$/.exec(
      url.slice(prefix.length),
    );
  return match
    ? { tenant: match[1], repository: match[2], path: match[3] }
    : undefined;
}

const urlReaderFactory: ReaderFactory = ({ config, treeResponseFactory }) => {
  const { forge, appBaseUrl } = readFactoryConfig(config as RootConfigService);
  if (forge.type !== 'local') return [];
  const open = async (url: string, etag?: string) => {
    const place = parseRepositoryFileUrl(appBaseUrl, url);
    if (!place) throw new NotFoundError(`${url} is no file of the local forge`);
    const gitDir = repositoryDir(forge.dir, place.tenant, place.repository);
    const commit = await commitOf(gitDir, `refs/heads/${MAIN}`);
    if (!commit) throw new NotFoundError(`There is no repository at ${url}`);
    if (etag === commit) throw new NotModifiedError();
    return { ...place, gitDir, commit };
  };
  const reader: UrlReaderService = {
    async readUrl(url, options) {
      const { gitDir, commit, path } = await open(url, options?.etag);
      const content = await readFile(gitDir, commit, path);
      if (content === undefined) {
        throw new NotFoundError(`${path} is not on the branch ${MAIN} yet`);
      }
      return ReadUrlResponseFactory.fromReadable(
        Readable.from(Buffer.from(content)),
        { etag: commit },
      );
    },
    async readTree(url, options) {
      const { gitDir, commit, path } = await open(url, options?.etag);
      const under = path ? `${path.replace(/\/$/, '')}/` : '';
      const files = (await listFiles(gitDir, commit)).filter(
        file =>
          file.startsWith(under) &&
          (options?.filter?.(file.slice(under.length)) ?? true),
      );
      const contents = await readFiles(gitDir, commit, files);
      const entries = [...contents].map(([file, content]) => ({
        data: Readable.from(Buffer.from(content)),
        path: file.slice(under.length),
      }));
      const tree = await treeResponseFactory.fromReadableArray(entries);
      return {
        files: () => tree.files(),
        archive: () => tree.archive(),
        dir: (dirOptions?: { targetDir?: string }) => tree.dir(dirOptions),
        etag: commit,
      };
    },
    async search(url, options) {
      const { commit } = await open(url, options?.etag);
      const response = await reader.readUrl(url);
      return { etag: commit, files: [{ url, content: response.buffer }] };
    },
  };
  return [
    {
      predicate: url =>
        parseRepositoryFileUrl(appBaseUrl, url.toString()) !== undefined,
      reader,
    },
  ];
};

/**
 * Lets the catalog read the repositories of the local forge, and nobody else: a
 * reader knows of no user, and a template that somebody dry-runs could read
 * those of another tenant. What the catalog reads it keeps in the tenant.
 */
export const localForgeUrlReader = createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: { plugin: coreServices.pluginMetadata },
  factory: ({ plugin }) =>
    plugin.getId() === 'catalog' ? urlReaderFactory : () => [],
});
