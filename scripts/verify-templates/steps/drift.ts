import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '../call';
import type { Output, Step } from '../step';

/** What a check of drift says of an output, and of one that was changed so that it has to fail. */
const findsDrift = (
  name: string,
  check: (dir: string) => Promise<string>,
  { file, change, finds }: { file: string; change: string; finds: RegExp },
): Step => ({
  name,
  async run({ dir, input }: Output) {
    const said = await check(dir);
    const changed = join(dir, file.replace('NAME', String(input.values.name)));
    const text = readFileSync(changed, 'utf8');
    appendFileSync(changed, change);
    try {
      const found = await check(dir).then(
        () => false,
        (error: Error) => finds.test(error.message),
      );
      if (!found) throw new Error(`A change of ${file} was not found`);
    } finally {
      writeFileSync(changed, text);
    }
    return said.trim().split('\n').at(-1);
  },
});

/** The part that needs no artifact store: rules, templates, and what was compiled. */
export const drawingCheck = findsDrift(
  'drawing-check',
  dir => call('make', ['drawing-check'], { cwd: dir }),
  {
    file: 'NAME.bpmn',
    change: '<!-- later -->',
    finds: /is not what was compiled/,
  },
);

/** What `make generate` would write is there. */
export const policiesDrift = findsDrift(
  'policies.yaml',
  dir => call('node', ['scripts/policies.ts', '--check'], { cwd: dir }),
  {
    file: 'src/policies.values.ts',
    change: '// by hand',
    finds: /is not of policies.yaml/,
  },
);
