import {
  agentDefinition,
  jsonSchemaOf,
} from '@ameide/plugin-transformation-common';
import { answers } from '../service/answers';
import { tomlString } from '../domainController/python/named';
import {
  digestOf,
  type RenderedFile,
  type TemplateVersion,
} from '../service/provenance';
import { catalogInfo } from './catalogInfo';
import { chartFiles } from './chartFiles';
import type { AgentModel } from './readAgent';
import { readme } from './readme';
import { scenarios } from './scenarios';

/** Files of the skeleton that have something of the agent in them: what becomes of their text. */
const NAMED: Record<string, (text: string, model: AgentModel) => string> = {
  'pyproject.toml': (text, { description }) =>
    text.replace(
      'description = ""',
      () => `description = ${tomlString(description)}`,
    ),
  'src/agent/controller.py': (text, { name }) =>
    text
      .replace('CONTROLLER_NAME = "agent"', `CONTROLLER_NAME = "${name}"`)
      .replace('RUN_SCOPE = "agent.run"', `RUN_SCOPE = "${name}.run"`),
  Dockerfile: (text, { definition }) =>
    text.replace(
      'ARG PROVIDER=anthropic',
      `ARG PROVIDER=${definition.model.provider}`,
    ),
};

/**
 * The files of an agent that depend on its parameters. A pure function: the
 * same model and skeleton give the same bytes.
 *
 * @param skeleton - files that all agents have alike
 */
export function renderAgent(
  model: AgentModel,
  template: TemplateVersion,
  skeleton: RenderedFile[],
): RenderedFile[] {
  const schema = jsonSchemaOf(agentDefinition);
  const files = [
    ...skeleton
      .filter(({ path }) => Object.hasOwn(NAMED, path))
      .map(({ path, content }) => ({
        path,
        content: NAMED[path](content, model),
      })),
    { path: 'README.md', content: readme(model) },
    { path: 'agent.yaml', content: model.text },
    {
      path: 'agent.schema.json',
      content: `${JSON.stringify(schema, null, 2)}\n`,
    },
    ...model.parameters.protos.map(({ path, content }) => ({
      path: `proto/${path}`,
      content,
    })),
    ...scenarios(model.definition),
    ...chartFiles(model),
  ];
  const provenance = { ...template, digest: digestOf([...skeleton, ...files]) };
  return [
    ...files,
    { path: 'catalog-info.yaml', content: catalogInfo(model, provenance) },
    {
      path: '.factory/answers.yaml',
      content: answers(model.parameters, provenance),
    },
  ];
}
