import { HumanMessage } from '@langchain/core/messages';
import { interrupt } from '@langchain/langgraph';
import type { Node } from '../../definition/model.ts';
import type { NodeFunction } from './node.ts';

/** What a run asks a person. */
export interface Question {
  node: string;
  question: string;
}

const ask = (question: Question) => interrupt<Question, unknown>(question);

/** Waits for the answer of a person. */
export const humanNode =
  ({ id, prompt }: Node): NodeFunction =>
  () => {
    const answer = ask({ node: id, question: prompt });
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    return {
      messages: [new HumanMessage(text)],
      values: { [id]: answer },
      resumeAt: undefined,
    };
  };

/** Waits until a person agrees that the node is entered. */
export const gateNode =
  ({ id }: Node): NodeFunction =>
  () => {
    const answer = ask({ node: id, question: `May ${id} be entered?` });
    // only a clear yes is one
    return { declined: answer === true ? undefined : id, resumeAt: undefined };
  };
