import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Step } from '../step';

/** The sum of 1337000 and 191, and their digits side by side: parameter files ask every language for one of them. */
const EVALUATED = /\b1337191\b/;

/** No text of a parameter was evaluated by anything that made the output. */
export const canaries: Step = {
  name: 'nothing evaluated',
  async run({ dir }) {
    const files = readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name));
    for (const file of files) {
      if (EVALUATED.test(file) || EVALUATED.test(readFileSync(file, 'utf8'))) {
        throw new Error(`${file} has the answer of a canary in it`);
      }
    }
    return `${files.length} files`;
  },
};
