import { idOf } from './importing';
import { isCode, NODE_TYPES } from './nodeTypes';
import type { Workflow } from './workflow';

/** What is refused for what it is, before anything of it is looked at. */
export function refusedNodes({ nodes, connections }: Workflow): string[] {
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
