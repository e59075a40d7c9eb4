import type { BaseMessage } from '@langchain/core/messages';
import { Annotation, messagesStateReducer } from '@langchain/langgraph';
import type { Values } from './values.ts';

/** A call that was not done: somebody else decides on it. */
export interface Proposal {
  id: string;
  tool: string;
  target: string;
  service: string;
  method: string;
  arguments: Record<string, unknown>;
  reason: string;
}

/** What goes from node to node in a run. */
export const RunState = Annotation.Root({
  messages: Annotation<BaseMessage[]>({
    reducer: messagesStateReducer,
    default: () => [],
  }),
  values: Annotation<Values>({
    reducer: (before, more) => ({ ...before, ...more }),
    default: () => ({}),
  }),
  proposals: Annotation<Proposal[]>({
    reducer: (before, more) => [...before, ...more],
    default: () => [],
  }),
  /** How many tools were called. */
  calls: Annotation<number>({
    reducer: (before, more) => before + more,
    default: () => 0,
  }),
  /** The node that a run goes on with, where it was interrupted. */
  resumeAt: Annotation<string | undefined>(),
  /** The node that a person did not agree to. */
  declined: Annotation<string | undefined>(),
});
export type RunState = typeof RunState.State;
export type Update = typeof RunState.Update;
