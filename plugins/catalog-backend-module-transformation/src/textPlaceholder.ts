import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, relative } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import type { PlaceholderResolver } from '@backstage/plugin-catalog-node';

/**
 * `$text`, which the catalog can resolve for URLs alone, for files too: an
 * example on disk keeps its `.proto` beside it. Nothing outside the folder of
 * the entity's own file is read.
 */
export const textPlaceholder: PlaceholderResolver = async ({
  value,
  baseUrl,
  read,
  resolveUrl,
}) => {
  if (typeof value !== 'string') {
    throw new Error('$text must name a file, as in ./api/sales.proto');
  }
  if (!isAbsolute(baseUrl)) {
    return (await read(resolveUrl(value, baseUrl))).toString('utf8');
  }
  const folder = dirname(baseUrl);
  const file = resolveSafeChildPath(folder, value);
  return readFile(file, 'utf8').catch(() => {
    throw new Error(`$text: there is no file ${relative(folder, file)}`);
  });
};
