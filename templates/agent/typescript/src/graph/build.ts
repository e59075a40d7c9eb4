import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage } from '@langchain/core/messages';
import { END, START, StateGraph } from '@langchain/langgraph';
import { END as DEFINED_END } from '../definition/check.ts';
import {
  waitingNodes,
  type Definition,
  type Node,
} from '../definition/model.ts';
import type { Toolbox } from '../tools/toolbox.ts';
import { choose } from './conditions.ts';
import { modelNode } from './nodes/model.ts';
import type { NodeFunction } from './nodes/node.ts';
import { gateNode, humanNode } from './nodes/people.ts';
import { setNode } from './nodes/set.ts';
import { toolNode, toolsNode } from './nodes/tools.ts';
import { RunState } from './state.ts';

// no node of a definition has a slash in its id
const TOOLS = '/tools';
const GATE = '/gate';

/** Builds LangGraph's graph from a definition; it is not compiled yet. */
export function buildGraph(
  definition: Definition,
  model: BaseChatModel,
  toolbox: Toolbox,
) {
  const { nodes, entry, interrupts } = definition;
  const entrance = (id: string) => {
    if (id === DEFINED_END) return END;
    return interrupts.includes(id) ? id + GATE : id;
  };
  const functions: Record<string, NodeFunction> = {};
  for (const node of nodes) {
    functions[node.id] = functionOf(definition, node, model, toolbox);
    if (node.type === 'model') {
      functions[node.id + TOOLS] = toolsNode(definition, node, toolbox);
    }
    if (interrupts.includes(node.id)) {
      functions[node.id + GATE] = gateNode(node);
    }
  }
  const graph = new StateGraph(RunState).addNode(functions);
  const places = [entry, ...waitingNodes(definition)].map(entrance);
  graph.addConditionalEdges(
    START,
    // a run that goes on begins where it was interrupted
    ({ resumeAt }) => entrance(resumeAt ?? entry),
    [...new Set(places)],
  );
  for (const node of nodes) {
    const edges = definition.edges.filter(({ from }) => from === node.id);
    const ways = edges.map(({ to }) => entrance(to));
    graph.addConditionalEdges(
      node.id,
      ({ messages, values }) => {
        const last = messages.at(-1);
        const asks = AIMessage.isInstance(last) && last.tool_calls?.length;
        if (node.type === 'model' && asks) return node.id + TOOLS;
        return edges.length ? entrance(choose(node.id, edges, values)) : END;
      },
      [
        ...new Set(ways.length ? ways : [END]),
        ...(node.type === 'model' ? [node.id + TOOLS] : []),
      ],
    );
    if (node.type === 'model') graph.addEdge(node.id + TOOLS, node.id);
    if (interrupts.includes(node.id)) {
      graph.addConditionalEdges(
        node.id + GATE,
        ({ declined }) => (declined === node.id ? END : node.id),
        [node.id, END],
      );
    }
  }
  return graph;
}

function functionOf(
  definition: Definition,
  node: Node,
  model: BaseChatModel,
  toolbox: Toolbox,
): NodeFunction {
  switch (node.type) {
    case 'model':
      return modelNode(definition, node, model, toolbox);
    case 'tool':
      return toolNode(definition, node, toolbox);
    case 'human':
      return humanNode(node);
    default:
      return setNode(node);
  }
}
