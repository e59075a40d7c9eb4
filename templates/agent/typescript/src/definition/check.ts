import type { Definition, Node } from './model.ts';

/** Where an edge leads that ends the run. */
export const END = 'END';

/** What providers of models take for the name of a tool. */
const TOOL = /^[A-Za-z0-9_-]{1,64}$/;
/** The graph has names of its own. */
const NODE = /^(?!__)[^:|/]{1,100}$/;

/** What names what is not there, and what this runtime cannot do: one sentence for each problem. */
export function findProblems(definition: Definition): string[] {
  const { nodes, tools, edges, entry, interrupts } = definition;
  const hasNode = (id: string) => nodes.some(node => node.id === id);
  const ids = [...nodes, ...tools, ...edges].map(({ id }) => id);
  const twice = [...new Set(ids)].flatMap(id => {
    const times = ids.filter(other => other === id).length;
    return times > 1 ? [`${id}: the id is there ${times} times`] : [];
  });
  return [
    ...twice,
    ...tools
      .filter(({ id }) => !TOOL.test(id))
      .map(
        ({ id }) => `tool ${id}: a tool is called by letters, digits, _ and -`,
      ),
    ...(hasNode(entry) ? [] : [`entry: there is no node ${entry}`]),
    ...nodes.flatMap(node => problemsOfNode(definition, node)),
    ...edges.flatMap(({ id, from, to, when }) => [
      ...(hasNode(from) ? [] : [`edge ${id}: there is no node ${from}`]),
      ...(hasNode(to) || to === END
        ? []
        : [`edge ${id}: there is no node ${to}`]),
      ...(when === undefined
        ? []
        : [`edge ${id}: FEEL is not read here; say it by "conditions"`]),
    ]),
    ...interrupts.flatMap(name => {
      const node = nodes.find(({ id }) => id === name);
      if (!node) return [`interrupts: there is no node ${name}`];
      return node.type === 'human'
        ? [`interrupts: ${name} asks a person already`]
        : [];
    }),
  ];
}

function problemsOfNode({ tools }: Definition, node: Node): string[] {
  const { id, type, tool } = node;
  const named = [...(tool ? [tool] : []), ...(node.tools ?? [])];
  return [
    ...(NODE.test(id) && id !== END
      ? []
      : [`node ${id}: no node can be called so`]),
    ...(type === 'tool' && tool === undefined
      ? [`node ${id}: it does not say which tool it calls`]
      : []),
    ...named
      .filter(name => !tools.some(known => known.id === name))
      .map(name => `node ${id}: there is no tool ${name}`),
  ];
}
