import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import type { GateFinding } from '@ameide/plugin-transformation-common';

const PRESET = '@secretlint/secretlint-rule-preset-recommend';

/** Keys, tokens and database addresses with a password in a text; what is found is masked. */
export async function secretsIn(content: string): Promise<GateFinding[]> {
  const { messages } = await lintSource({
    source: { filePath: 'content', content, contentType: 'text', ext: '' },
    options: {
      maskSecrets: true,
      noPhysicFilePath: true,
      config: { rules: [{ id: PRESET, rule: creator, options: {} }] },
    },
  });
  return messages.map(({ message, loc }) => ({
    code: 'GATE_SECRET',
    message: `line ${loc.start.line}: ${message}; take it out and let the runtime give it`,
  }));
}
