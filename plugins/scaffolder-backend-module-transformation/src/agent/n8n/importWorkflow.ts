import isEqual from 'lodash/isEqual';
import uniqWith from 'lodash/uniqWith';
import type { AgentDefinition } from '@ameide/plugin-transformation-common';
import { head } from '../definition/declare';
import type { AgentParameters } from '../parameters';
import { kindOf, refuseAt, startImport, type Importing } from './importing';
import { MODEL_PROVIDERS, NOTE } from './nodeTypes';
import { modelOf } from './parametersOf';
import { refusedNodes } from './refusedNodes';
import { targetOf, toEdges } from './toEdges';
import { toNode } from './toNode';
import { outputsOf, pluggedInto, workflow, type Workflow } from './workflow';

/**
 * A workflow of n8n as a definition. Nothing in it is evaluated; what has no
 * counterpart is refused by the name of its node.
 */
export function importWorkflow(
  text: string,
  parameters: AgentParameters,
): { definition: AgentDefinition } | { problems: string[] } {
  const from = readWorkflow(text);
  if ('problems' in from) return from;
  const refused = refusedNodes(from);
  if (refused.length) return { problems: refused };
  const common = head(parameters);
  const importing = startImport(
    from,
    common.tools.map(({ id }) => id),
  );
  const { steps, problems } = importing;
  const definition = {
    ...common,
    model: modelIn(importing) ?? common.model,
    entry: entryOf(importing),
    nodes: steps.map(node => toNode(importing, node)),
    edges: steps.flatMap(node => toEdges(importing, node)),
  };
  if (!steps.length) problems.push('n8n: there is nothing to do in it');
  return problems.length ? { problems } : { definition };
}

function readWorkflow(text: string): Workflow | { problems: string[] } {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return { problems: [`n8n: ${(error as Error).message}`] };
  }
  const result = workflow.safeParse(content);
  if (!result.success) {
    return {
      problems: result.error.issues.map(
        ({ path, message }) => `${['n8n', ...path].join('.')}: ${message}`,
      ),
    };
  }
  const nodes = result.data.nodes.filter(({ type }) => type !== NOTE);
  return { ...result.data, nodes };
}

/** The model that agents have, of which a definition has one. */
function modelIn(importing: Importing) {
  const { from, steps, problems } = importing;
  const models = steps
    .filter(node => kindOf(node) === 'agent')
    .flatMap(node => {
      const [chosen, ...others] = pluggedInto(
        from,
        node.name,
        'ai_languageModel',
      );
      if (others.length) {
        refuseAt(importing, node)('it has more than one model');
      }
      return chosen
        ? modelOf(
            chosen,
            MODEL_PROVIDERS[chosen.type],
            refuseAt(importing, chosen),
          )
        : [];
    });
  const [model, ...others] = uniqWith(models, isEqual);
  if (others.length) {
    problems.push('n8n: its agents have different models, choose one for all');
  }
  return model;
}

/** Where all triggers lead. */
function entryOf(importing: Importing): string {
  const { from, problems } = importing;
  const [entry, ...others] = new Set(
    from.nodes
      .filter(node => kindOf(node) === 'trigger')
      .map(node => targetOf(importing, node, outputsOf(from, node.name)[0])),
  );
  if (!entry || entry === 'END' || others.length) {
    problems.push('n8n: triggers have to lead to one node');
  }
  return entry ?? '';
}
