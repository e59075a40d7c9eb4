import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage, SystemMessage } from '@langchain/core/messages';
import type { Definition, Node } from '../../definition/model.ts';
import type { Stub } from '../../tools/stub.ts';
import type { Toolbox } from '../../tools/toolbox.ts';
import { within } from '../../within.ts';
import { isObject } from '../values.ts';
import type { NodeFunction } from './node.ts';

/** The model took too long. */
export class ModelTimeoutError extends Error {
  override name = 'ModelTimeoutError';
}

/** Its provider refused, or was not there: a key, a quota, a network. */
export class ModelError extends Error {
  override name = 'ModelError';
}

/** Asks the model, which may call the tools of the node. */
export function modelNode(
  { instructions, limits }: Definition,
  node: Node,
  model: BaseChatModel,
  toolbox: Toolbox,
): NodeFunction {
  const told = new SystemMessage(
    [instructions, node.prompt].filter(Boolean).join('\n\n'),
  );
  return async (state, config) => {
    const stubs = toolbox.granted(node);
    const bound = stubs.length
      ? model.bindTools?.(stubs.map(asFunction)) ?? model
      : model;
    const answer = await within(
      limits.modelSeconds,
      signal => bound.invoke([told, ...state.messages], { ...config, signal }),
      () => new ModelTimeoutError('The model took too long'),
    ).catch((cause: unknown) => {
      if (cause instanceof ModelTimeoutError) throw cause;
      // what a provider says may have somebody's key in it: for the log alone
      throw new ModelError('The model could not be asked', { cause });
    });
    return AIMessage.isInstance(answer) && answer.tool_calls?.length
      ? { messages: [answer] }
      : { messages: [answer], values: { [node.id]: structured(answer.text) } };
  };
}

/** An answer that is a JSON object as that, so that conditions can look into it. */
function structured(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : text;
  } catch {
    return text;
  }
}

const asFunction = ({ tool, description, arguments: parameters }: Stub) => ({
  type: 'function' as const,
  function: { name: tool.id, description, parameters },
});
