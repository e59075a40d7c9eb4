import {
  AIMessage,
  mapStoredMessageToChatMessage,
  ToolMessage,
  type StoredMessage,
} from '@langchain/core/messages';

import { createTrajectoryMatchEvaluator } from 'agentevals';

/** A message, as trajectories have it. */
type Message =
  | { role: 'user'; content: string }
  | { role: 'tool'; content: string }
  | {
      role: 'assistant';
      content: string;
      tool_calls?: { function: { name: string; arguments: string } }[];
    };

/** A turn of the model in which it asks for a tool. */
export const asked = (name: string, given = {}): Message => ({
  role: 'assistant',
  content: '',
  tool_calls: [{ function: { name, arguments: JSON.stringify(given) } }],
});

/** Whether messages of a saved state are as expected, one by one. */
export async function isLike(
  stored: object[],
  expected: Message[],
): Promise<boolean> {
  const evaluate = createTrajectoryMatchEvaluator({
    trajectoryMatchMode: 'strict',
  });
  const { score } = await evaluate({
    outputs: stored.map(toMessage),
    referenceOutputs: expected,
  });
  return score === true;
}

function toMessage(stored: object): Message {
  const message = mapStoredMessageToChatMessage(stored as StoredMessage);
  const content = message.text;
  if (ToolMessage.isInstance(message)) return { role: 'tool', content };
  if (!AIMessage.isInstance(message)) return { role: 'user', content };
  const calls = message.tool_calls?.map(({ name, args }) => ({
    function: { name, arguments: JSON.stringify(args) },
  }));
  return {
    role: 'assistant',
    content,
    ...(calls?.length && { tool_calls: calls }),
  };
}
