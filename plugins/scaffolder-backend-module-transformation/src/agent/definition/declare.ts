import type {
  AgentDefinition,
  AgentTool,
} from '@ameide/plugin-transformation-common';
import { snake } from '../../domainController/model/identifiers';
import type { AgentParameters, ToolParameters } from '../parameters';

/** A tool of the parameters, as definitions have it. */
export const toolOf = (tool: ToolParameters): AgentTool => ({
  id: tool.id ?? snake(tool.method),
  target: tool.controller,
  service: tool.service,
  method: tool.method,
  risk: tool.risk,
  scopes: [tool.scope],
  ...(tool.description && { description: tool.description }),
});

/** What all definitions say that parameters are made into. */
export const head = (parameters: AgentParameters) => ({
  name: parameters.title,
  ...(parameters.description && { description: parameters.description }),
  model: { provider: parameters.provider as string, name: parameters.model },
  instructions: parameters.purpose,
  tools: parameters.tools.map(toolOf),
});

/** The plain agent: a model with all of its tools. */
export const declare = (
  parameters: AgentParameters,
): { definition: AgentDefinition } => ({
  definition: {
    ...head(parameters),
    nodes: [{ id: 'think', type: 'model' }],
    entry: 'think',
    edges: [{ id: 'done', from: 'think', to: 'END' }],
    limits: {
      steps: 25,
      toolCalls: 20,
      runSeconds: 120,
      modelSeconds: 60,
      toolSeconds: 15,
    },
  },
});
