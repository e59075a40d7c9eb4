import { assemble, type Named } from '../service/assemble';
import { named } from '../service/named';
import type { RenderedFile, TemplateVersion } from '../service/provenance';
import { catalogInfo } from './catalogInfo';
import { chartFiles } from './chart';
import type { ProcessModel } from './model';
import { readme } from './readme';
import { dependenciesTs, nameTs } from './sources';

/** Files of the skeleton that have the service's name in them. */
const renamed = (text: string, { name, description }: ProcessModel) =>
  named(text, name, description);
const NAMED: Named<ProcessModel> = {
  'package.json': renamed,
  'package-lock.json': renamed,
};

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
    { path: 'README.md', content: readme(model) },
    { path: 'src/api/service.ts', content: nameTs(model) },
    { path: 'src/clients/dependencies.ts', content: dependenciesTs(model) },
    ...chartFiles(model),
  ];
  return assemble(model, template, workspace, {
    named: NAMED,
    files,
    catalogInfo,
  });
}
