import { assemble } from '../service/assemble';
import type { RenderedFile, TemplateVersion } from '../service/provenance';
import { catalogInfo } from './catalogInfo';
import { chartFiles } from './chart/files';
import { findGoConflicts } from './go/conflicts';
import { go } from './go/language';
import type { ServiceLanguage } from './language';
import type { DomainModel } from './model/model';
import { refused } from './model/readModel';
import { aggregateProto } from './proto/aggregate';
import { requestContext } from './proto/requestContext';
import { serviceProto } from './proto/service';
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
  const { protoPath, aggregates, parameters } = model;
  const language = LANGUAGES[parameters.language];
  // whatever it is written in, it has a client in Go
  const conflicts = findGoConflicts(model);
  if (conflicts.length) throw refused(conflicts);
  const files = [
    { path: 'README.md', content: readme(model, language) },
    {
      path: `proto/${protoPath}/request_context.proto`,
      content: requestContext(model),
    },
    ...aggregates.flatMap(aggregate => [
      {
        path: `proto/${protoPath}/${aggregate.snake}.proto`,
        content: aggregateProto(model, aggregate),
      },
      {
        path: `proto/${protoPath}/${aggregate.snake}_service.proto`,
        content: serviceProto(model, aggregate),
      },
    ]),
    ...chartFiles(model),
    ...language.files(model),
    ...sdkFiles(model),
  ];
  return assemble(model, template, skeleton, {
    named: { ...language.named, ...sdkNamed },
    files,
    catalogInfo,
  });
}
