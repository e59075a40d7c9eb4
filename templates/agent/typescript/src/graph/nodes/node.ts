import type { RunnableConfig } from '@langchain/core/runnables';
import type { Definition, Source } from '../../definition/model.ts';
import type { RunState, Update } from '../state.ts';
import { findValue, type Values } from '../values.ts';

/** What a node of the graph does with the state of a run. */
export type NodeFunction = (
  state: RunState,
  config: RunnableConfig,
) => Promise<Update> | Update;

/** A run has reached a limit of the definition. */
export class LimitError extends Error {
  override name = 'LimitError';
}

/** @throws LimitError where so many more calls would be too many */
export function assertMayCall(
  { limits }: Definition,
  { calls }: RunState,
  more: number,
): void {
  if (calls + more > limits.toolCalls) {
    throw new LimitError(
      `The run would call more than ${limits.toolCalls} tools`,
    );
  }
}

/** Of a call in a run: the same again is the same call. */
export const callIdOf = ({ configurable }: RunnableConfig, place: string) =>
  `${String(configurable?.thread_id)}/${place}`;

/** The values that sources stand for, without those that are not there. */
export function valuesOf(
  sources: Record<string, Source>,
  values: Values,
): Values {
  const found = Object.entries(sources).map(([name, { path, value }]) => [
    name,
    path ? findValue(values, path) : value,
  ]);
  return Object.fromEntries(
    found.filter(([, value]) => value !== undefined && value !== null),
  ) as Values;
}
