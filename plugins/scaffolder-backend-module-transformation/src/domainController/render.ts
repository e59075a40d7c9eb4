import { createHash } from 'node:crypto';
import { answers } from './answers';
import { catalogInfo } from './catalogInfo';
import { chartFiles } from './chart/files';
import type { DomainModel } from './model/model';
import { aggregateProto } from './proto/aggregate';
import { requestContext } from './proto/requestContext';
import { serviceProto } from './proto/service';
import { readme } from './readme';
import { typescriptFiles } from './typescript/files';
import { named } from './typescript/named';

/** A file of the service; the path is relative, with "/" between its parts. */
export interface RenderedFile {
  path: string;
  content: string;
}

/** Which template, and which version of it. */
export interface TemplateVersion {
  template: string;
  version: string;
}

/** Files of the skeleton that have a name in them. */
const NAMES: Record<string, (name: string) => string> = {
  'package.json': name => name,
  'package-lock.json': name => name,
  'sdk/typescript/package.json': name => `${name}-client`,
};

/**
 * The files of a domain controller that depend on its parameters. A pure
 * function: the same model and skeleton give the same bytes.
 *
 * @param skeleton - files that all services have alike
 */
export function renderDomainController(
  model: DomainModel,
  template: TemplateVersion,
  skeleton: RenderedFile[],
): RenderedFile[] {
  const { protoPath, aggregates } = model;
  const files = [
    ...skeleton
      .filter(({ path }) => path in NAMES)
      .map(({ path, content }) => ({
        path,
        content: named(content, NAMES[path](model.name), model.description),
      })),
    { path: 'README.md', content: readme(model) },
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
    ...typescriptFiles(model),
  ];
  const provenance = { ...template, digest: digestOf([...skeleton, ...files]) };
  return [
    ...files,
    { path: 'catalog-info.yaml', content: catalogInfo(model, provenance) },
    { path: '.factory/answers.yaml', content: answers(model, provenance) },
  ];
}

/** Of paths and contents; a later file takes the place of an earlier one. */
function digestOf(files: RenderedFile[]): string {
  const byPath = new Map(files.map(({ path, content }) => [path, content]));
  const hash = createHash('sha256');
  for (const path of [...byPath.keys()].sort()) {
    hash.update(`${path}\0${byPath.get(path)}\0`);
  }
  return `sha256:${hash.digest('hex')}`;
}
