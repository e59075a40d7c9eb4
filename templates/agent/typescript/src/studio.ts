// The graph for LangGraph's own tools, which langgraph.json names.
import { loadAgent } from './agent.ts';
import { buildGraph } from './graph/build.ts';
import { createModel } from './model.ts';
import { createToolbox } from './tools/toolbox.ts';

/** Compiles the graph. Nobody signs in there, so that every tool is refused. */
export async function makeGraph(modelOf = createModel) {
  const { definition, stubs } = loadAgent();
  const toolbox = createToolbox({
    definition,
    stubs,
    invoke: async ({ tool }) => {
      throw new Error(`${tool.id} was called for nobody`);
    },
    isProven: false,
    tell: () => {},
  });
  const model = await modelOf(definition.model, process.env.MODEL);
  return buildGraph(definition, model, toolbox).compile();
}
