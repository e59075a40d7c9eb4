import { contractFiles } from '../service/contracts';
import { assemble } from '../service/assemble';
import type { RenderedFile, TemplateVersion } from '../service/provenance';
import { catalogInfo } from './catalogInfo';
import { chartFiles } from './chart';
import type { ProcessLanguage } from './language';
import type { ProcessModel } from './model';
import { CONTRACTS, withContracts } from './contracts';
import { readme } from './readme';
import { go } from './go/language';
import { python } from './python/language';
import { typescript } from './typescript/language';

const LANGUAGES: Record<
  ProcessModel['parameters']['language'],
  ProcessLanguage
> = { typescript, go, python };

/**
 * The files of a process controller that depend on its parameters, beside what
 * the compiler, or a starter, has of the drawing. A pure function: the same model and
 * workspace give the same bytes.
 *
 * @param workspace - the skeleton and what is of the drawing
 */
export function renderProcessController(
  model: ProcessModel,
  template: TemplateVersion,
  workspace: RenderedFile[],
): RenderedFile[] {
  const language = LANGUAGES[model.parameters.language];
  return assemble(model, template, workspace, {
    named: { ...language.named, ...withContracts },
    files: [
      ...contractFiles(model.parameters.protos, CONTRACTS),
      { path: 'README.md', content: readme(model, language) },
      ...chartFiles(model, language),
      ...language.files(model),
    ],
    catalogInfo,
  });
}
