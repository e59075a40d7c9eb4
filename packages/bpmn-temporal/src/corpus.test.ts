import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { compile } from './compile';

/** Folders with drawings of other tools: beside the repository here and in CI, not at a user's. */
const shared = join(__dirname, '../../../../shared');
const folders = ['corpus', 'conformance']
  .map(name => join(shared, name))
  .filter(existsSync);
const files = folders.flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.bpmn'))
    .map(name => join(folder, name)),
);

describe('corpus', () => {
  // said as skipped where the drawings are not there
  const test = files.length ? it : it.skip;

  test('compiles or refuses every drawing, and crashes on none', async () => {
    let compiled = 0;
    for (const file of files) {
      const source = readFileSync(file, 'utf8');
      const result = await compile(source, { name: 'corpus' });
      const refused = result.diagnostics.some(
        ({ severity }) => severity === 'error',
      );
      expect({ file, empty: result.files.length === 0 }).toEqual({
        file,
        empty: refused,
      });
      for (const { elementId } of result.diagnostics)
        if (elementId) expect(source).toContain(elementId);
      if (refused) continue;
      compiled += 1;
      for (const { path, content } of result.files.filter(one =>
        one.path.endsWith('.workflow.gen.ts'),
      ))
        expect(
          ts.transpileModule(content, {
            fileName: path,
            reportDiagnostics: true,
          }).diagnostics,
        ).toEqual([]);
    }
    process.stdout.write(
      `corpus: ${files.length} drawings, ${compiled} compiled, the others refused with a reason\n`,
    );
  }, 120_000);
});
