import type { AgentDefinition } from '@ameide/plugin-transformation-common';
import type { RenderedFile } from '../service/provenance';
import { yaml } from '../text/yaml';

/**
 * A scenario for each tool of an agent that begins with a model and ends after
 * it. Which way another graph is to take is for those to say who know what it is for.
 */
export function scenarios(definition: AgentDefinition): RenderedFile[] {
  const { nodes, entry, edges, tools, interrupts = [] } = definition;
  const first = nodes.find(({ id }) => id === entry);
  const ends = edges
    .filter(({ from }) => from === entry)
    .every(({ to, conditions }) => to === 'END' && !conditions);
  if (first?.type !== 'model' || !ends || interrupts.includes(entry)) return [];
  const scenario = (
    name: string,
    turns: object[],
    expect: { trajectory: string[]; proposals?: string[] },
  ) => ({
    path: `sandbox/scenarios/${name}.yaml`,
    content: yaml({ name, input: 'Do it.', turns, expect }),
  });
  return [
    scenario('answers', [{ says: 'Done.' }], { trajectory: [] }),
    ...tools
      .filter(({ id }) => first.tools?.includes(id) ?? true)
      .map(({ id, risk }) =>
        scenario(
          `calls-${id}`,
          [{ calls: [{ tool: id, arguments: {} }] }, { says: 'Done.' }],
          risk === 'read' || risk === 'write'
            ? { trajectory: [id] }
            : { trajectory: [], proposals: [id] },
        ),
      ),
  ];
}
