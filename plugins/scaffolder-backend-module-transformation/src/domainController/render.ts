import { assemble } from '../service/assemble';
import type { RenderedFile, TemplateVersion } from '../service/provenance';
import { catalogInfo } from './catalogInfo';
import { chartFiles } from './chart/files';
import { protoFiles } from './contract/protoFiles';
import { contractFiles, copyNamed, isOfContract } from './contract/repository';
import { findGoConflicts } from './go/conflicts';
import { go } from './go/language';
import type { ServiceLanguage } from './language';
import type { DomainModel } from './model/model';
import { refused } from './model/readModel';
import { python } from './python/language';
import { readme } from './readme';
import { sdkFiles, sdkNamed } from './sdk/files';
import { typescript } from './typescript/language';

const LANGUAGES: Record<
  DomainModel['parameters']['language'],
  ServiceLanguage
> = { typescript, go, python };

/**
 * The files of a domain controller that depend on its parameters. A pure
 * function: the same model and skeleton give the same bytes.
 *
 * @param skeleton - files that all services have alike
 * @throws InputError where names would meet in the language
 */
export function renderDomainController(
  model: DomainModel,
  template: TemplateVersion,
  skeleton: RenderedFile[],
): RenderedFile[] {
  const language = LANGUAGES[model.parameters.language];
  // whatever it is written in, it has a client in Go
  const conflicts = findGoConflicts(model);
  if (conflicts.length) throw refused(conflicts);
  const isOwn = model.contractRepository !== undefined;
  return [
    ...assemble(
      model,
      template,
      skeleton.filter(file => !isOfContract(file)),
      {
        named: { ...language.named, ...(isOwn ? copyNamed : sdkNamed) },
        files: [
          { path: 'README.md', content: readme(model, language) },
          ...protoFiles(model),
          ...chartFiles(model),
          ...language.files(model),
          ...(isOwn ? [] : sdkFiles(model)),
        ],
        catalogInfo,
      },
    ),
    ...(isOwn ? contractFiles(model, template, skeleton) : []),
  ];
}
