import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { drawingsBelow, readDrawing } from '../scripts/corpus/files';
import { checkTypes } from '../scripts/corpus/type-check';
import { compile } from './compile';
import type { CompileResult } from './types';

jest.setTimeout(240_000);

/** Folders with drawings of other tools: beside the repository here and in CI, not at a user's. */
const shared = join(__dirname, '../../../../shared');
const files = ['corpus', 'conformance']
  .map(name => join(shared, name))
  .filter(existsSync)
  .flatMap(folder => drawingsBelow(folder).map(name => join(folder, name)));

/** Every so many files are type-checked: all of them are by `npm run corpus`. */
const sample = 12;

const modes = [
  ['as they are', {}],
  ['with stubs', { stub: true }],
  ['leniently', { lenient: true }],
] as const;

describe('corpus', () => {
  // said as skipped where the drawings are not there
  const test = files.length ? it.each(modes) : it.skip.each(modes);

  test('compiles or refuses every drawing %s, and crashes on none', async (how, mode) => {
    const compiled: CompileResult[] = [];
    let readable = 0;
    for (const file of files) {
      const source = readDrawing(file);
      const result = await compile(source, { name: 'corpus', ...mode });
      const errors = result.diagnostics.filter(
        ({ severity }) => severity === 'error',
      );
      expect({ file, empty: result.files.length === 0 }).toEqual({
        file,
        empty: errors.length > 0,
      });
      for (const { elementId } of errors)
        if (elementId) expect(source).toContain(elementId);
      if (!errors.some(({ code }) => code === 'BT1003')) readable += 1;
      if (!errors.length) compiled.push(result);
    }
    process.stdout.write(
      `corpus: ${files.length} drawings, ${compiled.length} compiled ${how}, the others refused with a reason\n`,
    );
    expect(typeErrors(compiled)).toEqual([]);
    if ('lenient' in mode)
      expect(compiled.length).toBeGreaterThanOrEqual(readable * 0.9);
  });
});

function typeErrors(results: readonly CompileResult[]): string[] {
  return checkTypes(
    results
      .filter((_result, index) => index % sample === 0)
      .map(result =>
        Object.fromEntries(
          result.files
            .filter(({ path }) => path.endsWith('.ts'))
            .map(({ path, content }) => [path, content]),
        ),
      ),
  ).flat();
}
