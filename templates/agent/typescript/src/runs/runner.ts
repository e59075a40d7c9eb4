import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import {
  AIMessage,
  HumanMessage,
  mapChatMessagesToStoredMessages,
  mapStoredMessagesToChatMessages,
  type BaseMessage,
  type StoredMessage,
} from '@langchain/core/messages';
import {
  Command,
  GraphRecursionError,
  isInterrupted,
  MemorySaver,
} from '@langchain/langgraph';
import { waitingNodes, type Definition } from '../definition/model.ts';
import { ApiError } from '../errors.ts';
import { buildGraph } from '../graph/build.ts';
import { NoWayError } from '../graph/conditions.ts';
import { ModelError, ModelTimeoutError } from '../graph/nodes/model.ts';
import { LimitError } from '../graph/nodes/node.ts';
import type { Question } from '../graph/nodes/people.ts';
import type { RunState, Update } from '../graph/state.ts';
import type { Toolbox } from '../tools/toolbox.ts';
import { within } from '../within.ts';
import type { Resume, RunAnswer, RunRequest } from './messages.ts';

/** Runs the agent for the caller. @throws ApiError */
export type Run = (request: RunRequest) => Promise<RunAnswer>;

const late = () =>
  new ApiError(504, 'deadline_exceeded', 'The run took too long');

/** Runs the graph, within the limits of the definition. */
export function createRun(
  definition: Definition,
  model: BaseChatModel,
  toolbox: Toolbox,
): Run {
  const graph = buildGraph(definition, model, toolbox);
  const { limits } = definition;
  const waiting = waitingNodes(definition);
  return async request => {
    const { resume } = request;
    const state = resume ? goOn(resume, waiting) : start(request);
    const runId = resume?.state.run_id ?? crypto.randomUUID();
    // of this run alone: what outlives it is with the caller
    const compiled = graph.compile({ checkpointer: new MemorySaver() });
    const invoke = (input: Update | Command, signal: AbortSignal) =>
      compiled.invoke(input, {
        recursionLimit: limits.steps,
        configurable: { thread_id: runId },
        signal,
      });
    try {
      const result = await within(
        limits.runSeconds,
        async signal => {
          const first = await invoke(state, signal);
          return resume
            ? invoke(new Command({ resume: resume.answer }), signal)
            : first;
        },
        late,
      );
      return answerOf(runId, result);
    } catch (error) {
      throw asApiError(error, limits.steps);
    }
  };
}

function asApiError(error: unknown, steps: number): unknown {
  if (error instanceof GraphRecursionError) {
    return exceeded(`The run would take more than ${steps} steps`);
  }
  if (error instanceof LimitError) return exceeded(error.message);
  if (error instanceof ModelTimeoutError) {
    return new ApiError(504, 'deadline_exceeded', error.message);
  }
  if (error instanceof ModelError) {
    const { message, cause } = error;
    return new ApiError(502, 'unavailable', message, { cause });
  }
  return error instanceof NoWayError
    ? new ApiError(422, 'failed_precondition', error.message)
    : error;
}

const exceeded = (message: string) =>
  new ApiError(422, 'limit_exceeded', message);

const start = ({ input = '', values }: RunRequest): Update => ({
  messages: [new HumanMessage(input)],
  values: { input: { ...values, text: input } },
});

function goOn({ state }: Resume, waiting: string[]): Update {
  const { node, values, proposals, calls } = state;
  if (!waiting.includes(node)) {
    throw new ApiError(400, 'invalid_argument', `No run waits at ${node}`);
  }
  return {
    messages: messagesOf(state.messages as unknown as StoredMessage[]),
    values,
    proposals,
    calls,
    resumeAt: node,
  };
}

function messagesOf(stored: StoredMessage[]): BaseMessage[] {
  try {
    return mapStoredMessagesToChatMessages(stored);
  } catch {
    throw new ApiError(
      400,
      'invalid_argument',
      'The messages of the state are none',
    );
  }
}

function answerOf(runId: string, result: RunState): RunAnswer {
  const { messages, values, proposals, calls, declined } = result;
  const question = isInterrupted<Question>(result)
    ? result.__interrupt__[0]?.value
    : undefined;
  const common = { run_id: runId, values, proposals };
  const ended = declined ? 'declined' : 'completed';
  return {
    ...common,
    status: question ? 'interrupted' : ended,
    answer: messages.findLast(one => AIMessage.isInstance(one))?.text ?? '',
    ...(question && {
      question,
      state: {
        ...common,
        node: question.node,
        messages: mapChatMessagesToStoredMessages(messages).map(
          ({ type, data }) => ({ type, data: { ...data } }),
        ),
        calls,
      },
    }),
  };
}
