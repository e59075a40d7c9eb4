import { answers } from './answers';
import type { ServiceFacts } from './facts';
import {
  digestOf,
  type Provenance,
  type RenderedFile,
  type TemplateVersion,
} from './provenance';

/** Files of a skeleton that have something of the service in them: what becomes of their text. */
export type Named<M> = Record<string, (text: string, model: M) => string>;

/** What a controller of some kind is made of, beside its skeleton. */
export interface Parts<M> {
  named: Named<M>;
  files: RenderedFile[];
  catalogInfo(model: M, provenance: Provenance): string;
}

/**
 * All files of a controller that depend on its parameters, and the record of
 * what it was made from.
 *
 * @param skeleton - what is in the workspace
 */
export function assemble<M extends ServiceFacts>(
  model: M,
  template: TemplateVersion,
  skeleton: RenderedFile[],
  { named, files, catalogInfo }: Parts<M>,
): RenderedFile[] {
  const written = [
    ...skeleton
      .filter(({ path }) => Object.hasOwn(named, path))
      .map(({ path, content }) => ({
        path,
        content: named[path](content, model),
      })),
    ...files,
  ];
  const digest = digestOf([...skeleton, ...written]);
  const provenance = { ...template, digest };
  return [
    ...written,
    { path: 'catalog-info.yaml', content: catalogInfo(model, provenance) },
    {
      path: '.factory/answers.yaml',
      content: answers(model.parameters, provenance),
    },
  ];
}
