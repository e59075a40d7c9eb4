import {
  agentDefinition,
  jsonSchemaOf,
} from '@ameide/plugin-transformation-common';
import { assemble } from '../service/assemble';
import type { RenderedFile, TemplateVersion } from '../service/provenance';
import { catalogInfo } from './catalogInfo';
import { chartFiles } from './chartFiles';
import type { AgentLanguage } from './languages/language';
import { python } from './languages/python';
import { typescript } from './languages/typescript';
import type { AgentModel } from './readAgent';
import { readme } from './readme';
import { scenarios } from './scenarios';

const LANGUAGES: Record<AgentModel['parameters']['language'], AgentLanguage> = {
  python,
  typescript,
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
  const language = LANGUAGES[model.parameters.language];
  const schema = jsonSchemaOf(agentDefinition);
  const files = [
    { path: 'README.md', content: readme(model, language) },
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
    named: language.named,
    files,
    catalogInfo,
  });
}
