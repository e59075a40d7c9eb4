import { assemble, type Named } from '../../service/assemble';
import type { RenderedFile, TemplateVersion } from '../../service/provenance';
import type { DomainModel } from '../model/model';
import { sdkFiles, sdkNamed } from '../sdk/files';
import { contractCatalogInfo } from './catalogInfo';
import { protoFiles } from './protoFiles';
import { contractReadme } from './readme';

/** Where the other repository is in the workspace. */
const FOLDER = 'contract/';

/** What the skeleton calls the repository. */
const PLACEHOLDER = 'service-protos';

/** Whether a file is one of the other repository. */
export const isOfContract = ({ path }: RenderedFile) => path.startsWith(FOLDER);

const withRepository = (text: string, model: DomainModel) =>
  text
    .replaceAll(PLACEHOLDER, model.contractRepository ?? PLACEHOLDER)
    .replace('/acme/service.', `/acme/${model.name}.`);

/** Files of a service, whose contract is elsewhere, that have the repository's name in them. */
export const copyNamed: Named<DomainModel> = {
  'contract.mk': withRepository,
  'contract.gitlab-ci.yml': withRepository,
  '.github/workflows/contract.yaml': withRepository,
};

/** All files of the repository that depend on the parameters, in its folder of the workspace. */
export const contractFiles = (
  model: DomainModel,
  template: TemplateVersion,
  skeleton: RenderedFile[],
): RenderedFile[] =>
  assemble(
    model,
    template,
    skeleton.filter(isOfContract).map(({ path, content }) => ({
      path: path.slice(FOLDER.length),
      content,
    })),
    {
      named: sdkNamed,
      files: [
        { path: 'README.md', content: contractReadme(model) },
        ...protoFiles(model),
        ...sdkFiles(model),
      ],
      catalogInfo: contractCatalogInfo,
    },
  ).map(({ path, content }) => ({ path: `${FOLDER}${path}`, content }));
