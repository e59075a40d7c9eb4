import type {
  AgentDefinition,
  AgentEdge,
  AgentNode,
} from '@ameide/plugin-transformation-common';
import { head } from '../definition/declare';
import type { AgentParameters } from '../parameters';
import { conditionGroup, readConditions } from './conditions';
import {
  isCode,
  MODEL_PROVIDERS,
  NODE_TYPES,
  NOTE,
  type Becomes,
} from './nodeTypes';
import {
  argumentsOf,
  assignmentsOf,
  modelOf,
  promptOf,
  rulesOf,
} from './parametersOf';
import { namesOf, readValue } from './value';
import {
  outputsOf,
  pluggedInto,
  workflow,
  type Workflow,
  type WorkflowNode,
} from './workflow';

/** An id of a definition, made of the name of a node. */
export const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60) || 'node';

/** Nodes of n8n that are nodes of the graph too. */
const STEPS: Becomes[] = ['agent', 'http', 'if', 'switch', 'set', 'merge'];

/**
 * A workflow of n8n as a definition. Nothing in it is evaluated; what has no
 * counterpart is refused by the name of its node.
 */
export function importWorkflow(
  text: string,
  parameters: AgentParameters,
): { definition: AgentDefinition } | { problems: string[] } {
  const read = readWorkflow(text);
  if ('problems' in read) return read;
  const problems = refusedNodes(read);
  if (problems.length) return { problems };
  const definition = toDefinition(read, parameters, problems);
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

/** What is refused for what it is, before anything of it is looked at. */
function refusedNodes({ nodes, connections }: Workflow): string[] {
  const ids = nodes.map(({ name }) => idOf(name));
  const names = nodes.map(({ name }) => name);
  return [
    ...nodes.flatMap(({ name, type, credentials, disabled }) => [
      ...(isCode(type)
        ? [`${name}: ${type} runs code, which no definition has`]
        : []),
      ...(!isCode(type) && !Object.hasOwn(NODE_TYPES, type)
        ? [`${name}: ${type} has no counterpart`]
        : []),
      ...(credentials && Object.keys(credentials).length
        ? [
            `${name}: it has credentials (${Object.keys(credentials).join(
              ', ',
            )}), which come from the environment`,
          ]
        : []),
      ...(disabled ? [`${name}: it is disabled, take it out`] : []),
    ]),
    ...names
      .filter((name, i) => ids.indexOf(idOf(name)) !== i)
      .map(name => `${name}: another node has a name like it`),
    ...Object.values(connections)
      .flatMap(Object.values)
      .flat(2)
      .filter(to => to && !names.includes(to.node))
      .map(
        to => `${to.node}: a connection leads there, and no such node is there`,
      ),
  ];
}

function toDefinition(
  from: Workflow,
  parameters: AgentParameters,
  problems: string[],
): AgentDefinition {
  const common = head(parameters);
  const toolIds = common.tools.map(({ id }) => id);
  const kindOf = ({ type }: WorkflowNode) => NODE_TYPES[type];
  // nodes and tools have ids of one kind, and a request is called as its tool
  const stepOf = (node: WorkflowNode) =>
    `${kindOf(node) === 'http' ? 'call_' : ''}${idOf(node.name)}`;
  const steps = from.nodes.filter(node => STEPS.includes(kindOf(node)));
  const stepIds = new Map(steps.map(node => [node.name, stepOf(node)]));
  const names = namesOf(from, node => {
    if (kindOf(node) === 'trigger') return 'input';
    return ['agent', 'http', 'set'].includes(kindOf(node))
      ? stepOf(node)
      : undefined;
  });
  const refuseAt = (node: WorkflowNode) => (why: string) => {
    problems.push(`${node.name}: ${why}`);
  };
  const readerAt = (node: WorkflowNode) => (value: unknown) =>
    readValue(value, node, names, refuseAt(node));
  const toolFor = (node: WorkflowNode) => {
    const id = idOf(node.name);
    if (!toolIds.includes(id)) {
      refuseAt(node)(`there is no tool ${id} among the parameters`);
    }
    return id;
  };
  let model = common.model;

  const toNode = (node: WorkflowNode): AgentNode => {
    const base = { id: stepOf(node), name: node.name };
    switch (kindOf(node)) {
      case 'agent': {
        const [chosen, ...others] = pluggedInto(
          from,
          node.name,
          'ai_languageModel',
        );
        if (others.length) refuseAt(node)('it has more than one model');
        if (chosen) {
          model = modelOf(
            chosen,
            MODEL_PROVIDERS[chosen.type],
            refuseAt(chosen),
          );
        }
        const prompt = promptOf(node, refuseAt(node));
        return {
          ...base,
          type: 'model',
          tools: pluggedInto(from, node.name, 'ai_tool').map(toolFor),
          ...(prompt && { prompt }),
        };
      }
      case 'http':
        return {
          ...base,
          type: 'tool',
          tool: toolFor(node),
          arguments: argumentsOf(node, readerAt(node), refuseAt(node)),
        };
      case 'set':
        return {
          ...base,
          type: 'set',
          values: assignmentsOf(node, readerAt(node), refuseAt(node)),
        };
      default:
        return { ...base, type: 'decision' };
    }
  };

  const targetOf = (node: WorkflowNode, output: string[] = []): string => {
    if (output.length > 1) refuseAt(node)('more than one way leads on at once');
    if (!output.length) return 'END';
    const step = stepIds.get(output[0]);
    if (!step) refuseAt(node)(`${output[0]} is no step that a way can lead to`);
    return step ?? 'END';
  };
  const toEdges = (node: WorkflowNode): Omit<AgentEdge, 'id' | 'from'>[] => {
    const outputs = outputsOf(from, node.name);
    const to = (i: number) => targetOf(node, outputs[i]);
    const kind = kindOf(node);
    if (kind === 'if') {
      const group = conditionGroup.safeParse(node.parameters.conditions);
      if (!group.success) {
        refuseAt(node)('its conditions are not those of version 2');
        return [];
      }
      return [
        ...readConditions(group.data, readerAt(node), refuseAt(node)).map(
          conditions => ({ to: to(0), conditions }),
        ),
        { to: to(1) },
      ];
    }
    if (kind === 'switch') {
      const rules = rulesOf(node, refuseAt(node));
      return [
        ...rules.flatMap((rule, i) =>
          readConditions(rule, readerAt(node), refuseAt(node)).map(
            conditions => ({ to: to(i), conditions }),
          ),
        ),
        // n8n ends where no rule holds, unless there is one output more
        { to: to(rules.length) },
      ];
    }
    if (outputs.length > 1) refuseAt(node)('more than one output is used');
    return [{ to: to(0) }];
  };

  const [entry, ...others] = new Set(
    from.nodes
      .filter(node => kindOf(node) === 'trigger')
      .map(node => targetOf(node, outputsOf(from, node.name)[0])),
  );
  if (!entry || entry === 'END' || others.length) {
    problems.push('n8n: triggers have to lead to one node');
  }
  const nodes = steps.map(toNode);
  if (!nodes.length) problems.push('n8n: there is nothing to do in it');
  const edges = steps.flatMap(node =>
    toEdges(node).map((edge, i) => ({
      id: `${stepOf(node)}-${i + 1}`,
      from: stepOf(node),
      ...edge,
    })),
  );
  return { ...common, model, nodes, entry: entry ?? '', edges };
}
