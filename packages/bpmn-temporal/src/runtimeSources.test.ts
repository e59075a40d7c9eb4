import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runtimeSources } from './runtimeSources.gen';

it('is current: `node scripts/runtime-sources.mjs` was run after the last change of src/runtime', () => {
  const folder = join(__dirname, 'runtime');
  const names = readdirSync(folder).filter(
    name => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  expect(Object.keys(runtimeSources)).toEqual(
    names.map(name => name.slice(0, -3)).sort(),
  );
  for (const name of names) {
    const text = readFileSync(join(folder, name), 'utf8').replace(
      /(from '\.\/[^']+)'/g,
      "$1.gen.ts'",
    );
    expect(runtimeSources[name.slice(0, -3)]).toBe(
      `// Part of the runtime of @ameide/bpmn-temporal. Do not edit.\n${text}`,
    );
  }
});
