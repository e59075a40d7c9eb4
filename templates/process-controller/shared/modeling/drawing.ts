import { readdirSync } from 'node:fs';

/** The name of the one drawing in the root of the repository. */
export function drawingOf(root: string): string {
  const [found, ...others] = readdirSync(root).filter(name =>
    name.endsWith('.bpmn'),
  );
  if (!found || others.length) {
    throw new Error(
      `There has to be one drawing beside the README: ${
        found ? [found, ...others].join(', ') : 'there is none'
      }`,
    );
  }
  return found;
}
