import type { AgentDefinition } from '@ameide/plugin-transformation-common';
import { findTwice } from '../service/contracts';
import { tenantOf } from '../service/parameters';
import { problemsOf, refusedBecause } from '../service/problems';
import { yaml } from '../text/yaml';
import { declare } from './definition/declare';
import { findProblems } from './definition/findProblems';
import { readDefinition } from './definition/readDefinition';
import { importWorkflow } from './n8n/importWorkflow';
import { agentParameters, type AgentParameters } from './parameters';

/** An agent to be made: its definition can be run. */
export interface AgentModel {
  parameters: AgentParameters;
  name: string;
  title: string;
  description: string;
  tenant: string;
  definition: AgentDefinition;
  /** The definition as it goes into `agent.yaml`. */
  text: string;
}

const refused = (problems: string[]) => refusedBecause('An agent', problems);

const COMMENT =
  'yaml-language-server: $schema=agent.schema.json\nWhat the agent is: its model, what it is told, what it may call and in which order it works.';

/**
 * Parameters of the template, as a model.
 *
 * @throws InputError that names what is wrong, and why
 */
export function readAgent(values: unknown): AgentModel {
  const result = agentParameters.safeParse(values);
  if (!result.success) throw refused(problemsOf(result.error));
  const parameters = result.data;
  const source = definitionOf(parameters);
  const problems =
    'problems' in source ? source.problems : findProblems(source.definition);
  if ('problems' in source || problems.length) throw refused(problems);
  const { name, title, description, owner } = parameters;
  return {
    parameters,
    name,
    title,
    description,
    tenant: tenantOf(owner),
    definition: source.definition,
    text: source.text ?? yaml(source.definition, COMMENT),
  };
}

type Source =
  | { problems: string[] }
  | { definition: AgentDefinition; text?: string };

function definitionOf(parameters: AgentParameters): Source {
  const { definition, n8n, purpose, tools } = parameters;
  const twice = findTwice(parameters.protos);
  if (twice.length) return { problems: twice };
  if (definition) {
    if (n8n || purpose || tools.length) {
      return {
        problems: [
          'definition: it says all that purpose, tools and n8n say; leave those out',
        ],
      };
    }
    const read = readDefinition(definition);
    // copied as it is, with its comments
    return 'problems' in read ? read : { ...read, text: definition };
  }
  if (!purpose) return { problems: ['purpose: say what the agent is for'] };
  return n8n ? importWorkflow(n8n, parameters) : declare(parameters);
}
