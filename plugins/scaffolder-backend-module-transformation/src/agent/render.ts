import {
  agentDefinition,
  jsonSchemaOf,
} from '@ameide/plugin-transformation-common';
import { assemble, type Named } from '../service/assemble';
import type { RenderedFile, TemplateVersion } from '../service/provenance';
import { tomlString } from '../text/toml';
import { catalogInfo } from './catalogInfo';
import { chartFiles } from './chartFiles';
import type { AgentModel } from './readAgent';
import { readme } from './readme';
import { scenarios } from './scenarios';

/** Files of the skeleton that have something of the agent in them: what becomes of their text. */
const NAMED: Named<AgentModel> = {
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
  return assemble(model, template, skeleton, {
    named: NAMED,
    files,
    catalogInfo,
  });
}
