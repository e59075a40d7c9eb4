import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that decides what the agent does: definition, stubs, code, packages, scenarios. */
const PARTS = [
  'agent.yaml',
  'agent.schema.json',
  'gen/tools.json',
  'package-lock.json',
  'src/**/*.ts',
  'sandbox/scenarios/*.yaml',
];

/** Which version of the agent a sandbox run is of. */
export function digestOf(root: string): string {
  const digest = createHash('sha256');
  for (const path of globSync(PARTS, { cwd: root }).sort()) {
    const content = readFileSync(join(root, path));
    digest.update(`${path}\0${content.length}\0`).update(content);
  }
  return `sha256:${digest.digest('hex')}`;
}
