import { answers } from '../service/answers';
import { named } from '../service/named';
import {
  digestOf,
  type RenderedFile,
  type TemplateVersion,
} from '../service/provenance';
import { catalogInfo } from './catalogInfo';
import { chartFiles } from './chart';
import type { ProcessModel } from './model';
import { readme } from './readme';
import { dependenciesTs, nameTs } from './sources';

/** Files of the skeleton that have the service's name in them. */
const NAMED = ['package.json', 'package-lock.json'];

/**
 * The files of a process controller that depend on its parameters, beside what
 * the compiler makes of the drawing. A pure function: the same model and
 * workspace give the same bytes.
 *
 * @param workspace - the skeleton and what the compiler made
 */
export function renderProcessController(
  model: ProcessModel,
  template: TemplateVersion,
  workspace: RenderedFile[],
): RenderedFile[] {
  const files = [
    ...workspace
      .filter(({ path }) => NAMED.includes(path))
      .map(({ path, content }) => ({
        path,
        content: named(content, model.name, model.description),
      })),
    { path: 'README.md', content: readme(model) },
    { path: 'src/api/service.ts', content: nameTs(model) },
    { path: 'src/clients/dependencies.ts', content: dependenciesTs(model) },
    ...chartFiles(model),
  ];
  const provenance = {
    ...template,
    digest: digestOf([...workspace, ...files]),
  };
  return [
    ...files,
    { path: 'catalog-info.yaml', content: catalogInfo(model, provenance) },
    {
      path: '.factory/answers.yaml',
      content: answers(model.parameters, provenance),
    },
  ];
}
