import { createHash } from 'node:crypto';

/** A file of a service; the path is relative, with "/" between its parts. */
export interface RenderedFile {
  path: string;
  content: string;
}

/** Which template, and which version of it. */
export interface TemplateVersion {
  template: string;
  version: string;
}

/** What a service was made from, with the digest of what it was as it was made. */
export interface Provenance extends TemplateVersion {
  digest: string;
}

/** Of paths and contents; a later file takes the place of an earlier one. */
export function digestOf(files: RenderedFile[]): string {
  const byPath = new Map(files.map(({ path, content }) => [path, content]));
  const hash = createHash('sha256');
  for (const path of [...byPath.keys()].sort()) {
    hash.update(`${path}\0${byPath.get(path)}\0`);
  }
  return `sha256:${hash.digest('hex')}`;
}

/** For the metadata of an entity. */
export const provenanceAnnotations = ({
  template,
  version,
  digest,
}: Provenance) => ({
  'ameide.io/template': template,
  'ameide.io/template-version': version,
  'ameide.io/template-digest': digest,
});
