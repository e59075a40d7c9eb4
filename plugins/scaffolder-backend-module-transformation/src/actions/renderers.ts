import { readAgent } from '../agent/readAgent';
import { renderAgent } from '../agent/render';
import { readModel as readDomain } from '../domainController/model/readModel';
import { renderDomainController } from '../domainController/render';
import { readModel as readProcess } from '../processController/model';
import { renderProcessController } from '../processController/render';
import type { RenderedFile, TemplateVersion } from '../service/provenance';
import type { Renderer } from './render';

/** A renderer of models that are read from parameters. */
const rendererOf = <M>(
  kind: string,
  writes: string,
  read: (parameters: unknown) => M,
  render: (
    model: M,
    template: TemplateVersion,
    skeleton: RenderedFile[],
  ) => RenderedFile[],
  of: (model: M) => string,
): Renderer => ({
  kind,
  writes,
  read(parameters) {
    const model = read(parameters);
    return {
      of: of(model),
      files: (template, skeleton) => render(model, template, skeleton),
    };
  },
});

/** All kinds of controllers that there are. */
export const RENDERERS: Renderer[] = [
  rendererOf(
    'domain-controller',
    'contract, migrations, handlers, tests, chart values and catalog entities of a domain controller',
    readDomain,
    renderDomainController,
    ({ protoPackage }) => protoPackage,
  ),
  rendererOf(
    'process-controller',
    'README, names, chart values and catalog entities of a process controller',
    readProcess,
    renderProcessController,
    ({ name }) => name,
  ),
  rendererOf(
    'agent',
    'definition, contracts, scenarios, chart values and catalog entities of an agent',
    readAgent,
    renderAgent,
    ({ definition: { tools } }) =>
      tools.length
        ? `an agent with the tools ${tools.map(({ id }) => id).join(', ')}`
        : 'an agent without tools',
  ),
];
