import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { parse } from 'yaml';
import { z } from 'zod';
import { templateFile } from './inputs';

const dryRun = z.object({
  directoryContents: z.array(
    z.object({ path: z.string(), base64Content: z.string() }),
  ),
});

/** A file of a template or of an output. */
export interface File {
  path: string;
  content: Buffer;
}

/** A template as it lies in its folder. */
export interface Template {
  /** Of `template.yaml`. */
  text: string;
  files: File[];
}

/** What the scaffolder made of a template, or why it refused. */
export type Scaffolded = { refused: string } | { files: File[] };

/** The real scaffolder and the real catalog, in a backend with nothing else. */
export async function startScaffolder() {
  const backend = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'http://localhost:3000' } },
      }),
      import('@backstage/plugin-catalog-backend'),
      import('@backstage/plugin-scaffolder-backend'),
      import(
        '../../plugins/scaffolder-backend-module-transformation/src/index'
      ),
    ],
  });
  const url = `http://localhost:${backend.server.port()}/api`;
  const post = (path: string, body: object) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    /**
     * A dry-run of a stored template: every step that writes outside of the workspace is left out.
     *
     * @throws Error where it fails for another reason than the values
     */
    async scaffold(
      { text, files }: Template,
      values: object,
    ): Promise<Scaffolded> {
      const response = await post('/scaffolder/v2/dry-run', {
        template: parse(text),
        values,
        directoryContents: files.map(({ path, content }) => ({
          path,
          base64Content: content.toString('base64'),
        })),
      });
      // any other failure says nothing of the parameters
      if (response.status === 400) return { refused: await response.text() };
      if (!response.ok) throw new Error(await response.text());
      const { directoryContents } = dryRun.parse(await response.json());
      return {
        files: directoryContents.map(({ path, base64Content }) => ({
          path,
          content: Buffer.from(base64Content, 'base64'),
        })),
      };
    },
    /** What the catalog's own processors have to say against an entity. */
    async validateEntity(entity: unknown): Promise<string | undefined> {
      const response = await post('/catalog/validate-entity', {
        entity,
        location: 'url:https://example.com/catalog-info.yaml',
      });
      return response.ok ? undefined : response.text();
    },
    stop: () => backend.stop(),
  };
}

export type Scaffolder = Awaited<ReturnType<typeof startScaffolder>>;

/** A template of ours. */
export function readTemplate(name: string): Template {
  const dir = dirname(templateFile(name));
  return {
    text: readFileSync(templateFile(name), 'utf8'),
    files: readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(file => ({
        path: relative(dir, file).split(sep).join('/'),
        content: readFileSync(file),
      })),
  };
}

/** Writes the files of an output below a folder, and keeps what is there beside them. */
export function writeFiles(dir: string, files: File[]): void {
  for (const { path, content } of files) {
    const file = join(dir, path);
    if (relative(dir, file).startsWith('..')) {
      throw new Error(`${path} leaves the workspace`);
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
