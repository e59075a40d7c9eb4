import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { getEntitySourceLocation, type Entity } from '@backstage/catalog-model';

/** A file beside a template, as the scaffolder's dry-run takes it. */
export interface TemplateFile {
  path: string;
  base64Content: string;
}

/**
 * All files in the folder of a template that the catalog has: where it was read
 * from, which is the operator's choice.
 *
 * @throws Error where the place cannot be read
 */
export async function readDirectory(
  template: Entity,
  reader: UrlReaderService,
): Promise<TemplateFile[]> {
  const { type, target } = getEntitySourceLocation(template);
  if (type !== 'file') return fromUrl(target, reader);
  return fromDisk(target.endsWith('/') ? target : dirname(target));
}

async function fromDisk(dir: string): Promise<TemplateFile[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map(async file => ({
        path: relative(dir, file).split(sep).join('/'),
        base64Content: await readFile(file, 'base64'),
      })),
  );
}

async function fromUrl(
  target: string,
  reader: UrlReaderService,
): Promise<TemplateFile[]> {
  const tree = await reader.readTree(new URL('.', target).href);
  const files = await tree.files();
  return Promise.all(
    files.map(async file => ({
      path: file.path,
      base64Content: (await file.content()).toString('base64'),
    })),
  );
}
