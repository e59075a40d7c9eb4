import type { AgentDefinition } from '@ameide/plugin-transformation-common';
import { providers } from '../parameters';

/** What providers of models take for the name of a tool. */
const TOOL = /^[A-Za-z0-9_-]{1,64}$/;
/** As the runtime has it, which has names of its own in its graph. */
const NODE = /^(?!__)[^:|/]{1,100}$/;

/** What the runtime would refuse when it starts; one sentence for each problem. */
export function findProblems(definition: AgentDefinition): string[] {
  const { model, tools, nodes, entry, edges, interrupts = [] } = definition;
  const nodeIds = nodes.map(({ id }) => id);
  const toolIds = tools.map(({ id }) => id);
  const ids = [...nodeIds, ...toolIds, ...edges.map(({ id }) => id)];
  const problems: string[] = ids
    .filter((id, i) => ids.indexOf(id) !== i)
    .map(id => `${id}: the id is there twice`);
  const need = (where: string, what: string, id: string, among: string[]) => {
    if (!among.includes(id)) {
      problems.push(`${where}: there is no ${what} ${id}`);
    }
  };
  if (!(providers as string[]).includes(model.provider)) {
    problems.push(`model ${model.provider}: there are ${providers.join(', ')}`);
  }
  for (const { id, service, method } of tools) {
    if (!TOOL.test(id)) {
      problems.push(`tool ${id}: a tool is called by letters, digits, _ and -`);
    }
    if (!service || !method) {
      problems.push(`tool ${id}: it does not say its service and method`);
    }
  }
  for (const { id, type, tool, tools: granted = [] } of nodes) {
    if (!NODE.test(id) || id === 'END') {
      problems.push(`node ${id}: no node can be called so`);
    }
    if (type === 'tool' && !tool) {
      problems.push(`node ${id}: it does not say which tool it calls`);
    }
    for (const name of [...(tool ? [tool] : []), ...granted]) {
      need(`node ${id}`, 'tool', name, toolIds);
    }
  }
  need('entry', 'node', entry, nodeIds);
  for (const { id, from, to, when } of edges) {
    need(`edge ${id}`, 'node', from, nodeIds);
    need(`edge ${id}`, 'node', to, [...nodeIds, 'END']);
    if (when !== undefined) {
      problems.push(
        `edge ${id}: FEEL is not read here; say it by "conditions"`,
      );
    }
  }
  for (const id of interrupts) {
    need('interrupts', 'node', id, nodeIds);
    if (nodes.some(node => node.id === id && node.type === 'human')) {
      problems.push(`interrupts: ${id} asks a person already`);
    }
  }
  return problems;
}
