import { AIMessage } from '@langchain/core/messages';
import { FakeChatModel } from '@langchain/core/utils/testing';
import type { ChatResult } from '@langchain/core/outputs';
import type { Turn } from './scenario.ts';

/** A model that says what a script has for it, turn by turn. */
class ScriptedModel extends FakeChatModel {
  private readonly turns: Iterator<AIMessage>;

  constructor(turns: AIMessage[]) {
    super({});
    this.turns = turns.values();
  }

  /** Takes tools as any model does; which of them it asks for is in the script. */
  override bindTools(): this {
    return this;
  }

  override async _generate(): Promise<ChatResult> {
    const { done, value } = this.turns.next();
    if (done) throw new Error('The script ends before the run does');
    return { generations: [{ text: value.text, message: value }] };
  }
}

export const scripted = (turns: Turn[]): ScriptedModel =>
  new ScriptedModel(
    turns.map(
      ({ says, calls }, i) =>
        new AIMessage({
          content: says,
          tool_calls: calls.map(({ tool, arguments: args }, j) => ({
            type: 'tool_call',
            name: tool,
            args,
            id: `call-${i}-${j}`,
          })),
        }),
    ),
  );
