import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { initChatModel } from 'langchain';
import type { Definition } from './definition/model.ts';
import { StartError } from './errors.ts';

/** Where each provider's package looks for its key; some would ask for it with the first run. */
const KEYS: Record<string, string> = {
  anthropic: 'ANTHROPIC_API_KEY',
  openai: 'OPENAI_API_KEY',
  google_genai: 'GOOGLE_API_KEY',
};

/**
 * Makes the model that is configured, as `provider:name`, else the one that is
 * declared.
 *
 * @throws StartError where it cannot be had, as without a key
 */
export async function createModel(
  { provider: declared, name, temperature }: Definition['model'],
  configured = '',
): Promise<BaseChatModel> {
  const [, provider = declared, otherName = name] =
    /^([^:]*):(.*)$/.exec(configured) ?? [];
  const key = KEYS[provider];
  if (key && !process.env[key]) throw new StartError(`${key} has to be set`);
  try {
    const model = await initChatModel(otherName, {
      // LangChain calls it so in this language
      modelProvider: provider.replace('_', '-'),
      ...(temperature !== undefined && { temperature }),
    });
    // it makes the model of the provider when it is asked first, and so without its key only then
    await model._getModelInstance();
    return model;
  } catch (error) {
    const [line] = String((error as Error).message).split('\n');
    throw new StartError(`MODEL: it cannot be had. ${line}`);
  }
}
