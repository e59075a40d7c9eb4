import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runtimeSources } from './runtimeSources.gen';

it('is current: `node scripts/runtime-sources.mjs` was run after the last change of src/runtime or src/platform', () => {
  const names = ['platform', 'runtime'].flatMap(folder =>
    readdirSync(join(__dirname, folder))
      .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map(name => `${folder}/${name.slice(0, -3)}`)
      .sort(),
  );
  expect(Object.keys(runtimeSources)).toEqual(names);
  for (const name of names) {
    const text = readFileSync(join(__dirname, `${name}.ts`), 'utf8').replace(
      /(from '\.\.?\/[^']+)'/g,
      "$1.gen.ts'",
    );
    expect(runtimeSources[name]).toBe(
      `// Part of the runtime of @ameide/bpmn-temporal. Do not edit.\n${text}`,
    );
  }
});

// what tests and replays switch on for all workflows of their worker
const SWITCHES = ['open-marks', 'report', 'steering'];

it('keeps nothing in modules, which all workflows of a worker share', () => {
  const withState = Object.keys(runtimeSources)
    .filter(name => name.startsWith('runtime/'))
    .filter(name =>
      /^(export )?(let|var) |^(export )?const \w+(: [^=]*)? = (new (Map|Set|WeakMap)|\[|\{\})/m.test(
        runtimeSources[name],
      ),
    );
  const names = withState.map(name => name.replace('runtime/', ''));
  expect(names.filter(name => !SWITCHES.includes(name))).toEqual([]);
});
