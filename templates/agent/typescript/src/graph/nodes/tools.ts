import { AIMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import type { Definition, Node } from '../../definition/model.ts';
import { textOf, type Toolbox } from '../../tools/toolbox.ts';
import {
  assertMayCall,
  callIdOf,
  valuesOf,
  type NodeFunction,
} from './node.ts';

/** Does what the model has asked for in the last message. */
export const toolsNode =
  (definition: Definition, node: Node, toolbox: Toolbox): NodeFunction =>
  async (state, config) => {
    const asked = state.messages.at(-1);
    const calls = (AIMessage.isInstance(asked) && asked.tool_calls) || [];
    assertMayCall(definition, state, calls.length);
    const stubs = toolbox.granted(node);
    const messages: ToolMessage[] = [];
    const proposals = [];
    for (const { id, name, args } of calls) {
      const callId = id ?? crypto.randomUUID();
      const used = await toolbox.use(
        stubs,
        name,
        args,
        callIdOf(config, callId),
      );
      const isDone = used.outcome === 'called' || used.outcome === 'proposed';
      messages.push(
        new ToolMessage({
          content: textOf(used.answer),
          tool_call_id: callId,
          name,
          status: isDone ? 'success' : 'error',
        }),
      );
      if (used.proposal) proposals.push(used.proposal);
    }
    return { messages, proposals, calls: calls.length };
  };

/** Calls its tool, with what the definition says. */
export const toolNode =
  (definition: Definition, node: Node, toolbox: Toolbox): NodeFunction =>
  async (state, config) => {
    assertMayCall(definition, state, 1);
    const name = node.tool ?? '';
    const { outcome, answer, proposal } = await toolbox.use(
      toolbox.granted(node),
      name,
      valuesOf(node.arguments, state.values),
      callIdOf(config, `${node.id}/${state.calls}`),
    );
    const isDone = outcome === 'called' || outcome === 'proposed';
    return {
      // the model is told as well, in a form that every provider takes
      messages: [
        new HumanMessage({
          content: `${name}: ${textOf(answer)}`,
          name: 'tool',
        }),
      ],
      values: { [node.id]: isDone ? answer : { error: answer } },
      proposals: proposal ? [proposal] : [],
      calls: 1,
    };
  };
