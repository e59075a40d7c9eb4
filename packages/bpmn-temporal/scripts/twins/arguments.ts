import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Files } from './twins';

/** What the command line asks for: drawings, the workflows written by hand, and what happens to both. */
export interface Arguments {
  readonly pairs: readonly Files[];
  /** Where the comparison goes, besides the screen. */
  readonly json?: string;
}

const own = join(__dirname, '../../twins');

/** @throws an error that says how the command is called */
export function readArguments(args: string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'string' } },
    });
    const { json } = values;
    if (positionals.length === 0) return { pairs: ownPairs(), json };
    const [drawing, twin, scenario, ...more] = positionals.map(path =>
      resolve(path),
    );
    if (!drawing || !twin || !scenario || more.length)
      throw new Error('three files are needed');
    for (const file of [drawing, twin, scenario])
      if (!existsSync(file)) throw new Error(`there is no ${file}`);
    return { pairs: [{ drawing, twin, scenario }], json };
  } catch (error) {
    throw new Error(
      `${
        (error as Error).message
      }\nUsage: npm run twins -- FILE.bpmn TWIN.ts SCENARIO.json [--json FILE]; without files those of packages/bpmn-temporal/twins`,
    );
  }
}

/** The twins of this repository: a folder each. */
export function ownPairs(): Files[] {
  return readdirSync(own, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => ({
      drawing: join(own, name, `${name}.bpmn`),
      twin: join(own, name, 'twin.ts'),
      scenario: join(own, name, 'scenario.json'),
    }));
}
