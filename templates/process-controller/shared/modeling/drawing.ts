import { readdirSync } from 'node:fs';

/** The name of the one drawing in the root of the repository. */
export function drawingOf(root: string): string {
  const found = readdirSync(root).filter(name => name.endsWith('.bpmn'));
  if (found.length !== 1) {
    throw new Error(
      `There has to be one .bpmn file beside the README, not ${found.length}`,
    );
  }
  return found[0];
}
