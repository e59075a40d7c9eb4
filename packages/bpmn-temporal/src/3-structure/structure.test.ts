import { compile } from '../compile';
import { sketch } from '../__testUtils__/drawing';

/** The body of the workflow, without comments and indentation. */
async function body(text: string): Promise<string> {
  const { files, diagnostics } = await compile(sketch(text), { name: 'p' });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual(
    [],
  );
  const workflow =
    files.find(({ path }) => path === 'src/p.workflow.gen.ts')?.content ?? '';
  return workflow
    .slice(
      workflow.indexOf('async scope => {') + 'async scope => {'.length,
      workflow.search(/^ {2}\}(?:\);|, \{)$/m),
    )
    .replace(/ {2}\/\/ .*$/gm, '')
    .replace(/^\s+|await |\(scope\)/gm, '')
    .trim();
}

describe('structure', () => {
  it('writes a sequence line by line', async () => {
    expect(
      await body('start s\njob a\njob b\nend e\ns -> a\na -> b\nb -> e'),
    ).toBe('s;\na;\nb;\ne;');
  });

  it('writes a choice that meets again as if and else', async () => {
    expect(
      await body(`start s\nxor x default=x_b\njob a\njob b\nxor m\nend e
        s -> x\nx -> a if =ok\nx -> b\na -> m\nb -> m\nm -> e`),
    ).toBe("s;\nif ((x) === 'x_a') {\na;\n} else {\nb;\n}\nm;\ne;");
  });

  it('writes a flow back as a loop that is left by break', async () => {
    expect(
      await body(`start s\nxor m\njob a\nxor x default=x_m\njob b\nend e
        s -> m\nm -> a\na -> x\nx -> b if =done\nx -> m\nb -> e`),
    ).toBe(
      "s;\nm: for (;;) {\nm;\na;\nif ((x) === 'x_b') {\nbreak m;\n}\n}\nb;\ne;",
    );
  });

  it('leaves a loop at two places that meet again behind it', async () => {
    const text =
      await body(`start s\nxor m\njob a\nxor x default=x_y\njob b\njob c\nxor y default=y_m\nend e
        s -> m\nm -> a\na -> x\nx -> b if =done\nx -> y\nb -> c\nc -> e\ny -> e if =enough\ny -> m`);
    expect(text).toBe(
      "s;\nm: for (;;) {\nm;\na;\nif ((x) === 'x_b') {\nb;\nc;\nbreak m;\n}\nif ((y) === 'y_e') {\nbreak m;\n}\n}\ne;",
    );
  });

  it('writes a boundary event that merges back into the main path without a token region', async () => {
    const text =
      await body(`start s\njob a\ntimer t on a PT1S -> r\njob r\njob b\nend e
        s -> a\na -> b\nr -> b\nb -> e`);
    expect(text).toBe("s;\nif ((a) === 't') {\nr;\n}\nb;\ne;");
  });

  it('writes a fork and its join as one parallel block', async () => {
    const text = await body(`start s\nand f\njob a\njob b\nand j\nend e
        s -> f\nf -> a\nf -> b\na -> j\nb -> j\nj -> e`);
    expect(text).toBe(
      's;\nf(scope,\nasync () => {\na;\n},\nasync () => {\nb;\n},\n);\ne;',
    );
  });

  it('makes a token region of a loop with two entries, and leaves it behind the loop', async () => {
    const text =
      await body(`start s\nxor x default=x_b\njob a\njob b\nxor y default=y_a\njob c\nend e
        s -> x\nx -> a if =ok\nx -> b\na -> b\nb -> y\ny -> c if =done\ny -> a\nc -> e`);
    expect(text).toContain('tokens(scope, {');
    expect(text).toMatch(/\}, 'x'\);\nc;\ne;$/);
  });

  it('makes a token region of a merge that runs twice', async () => {
    const text = await body(`start s\nand f\njob a\njob b\njob c\nend e
        s -> f\nf -> a\nf -> b\na -> c\nb -> c\nc -> e`);
    expect(text).toMatch(/^s;\n.*tokens\(scope, \{/s);
    expect(text).not.toMatch(/\nc;/);
  });

  it('leaves a sound but crosswise block by one token', async () => {
    const text =
      await body(`start s\nand f\njob a\njob b\nand g\nand h\njob c\nand j\nend e\njob z
        s -> f\nf -> a\nf -> b\na -> g\ng -> h\ng -> j\nb -> h\nh -> c\nc -> j\nj -> z\nz -> e`);
    expect(text).toMatch(/\}, 'f'\);\nz;\ne;$/);
  });

  it('runs a flow that does not interrupt beside the activity', async () => {
    const text =
      await body(`start s\nuser a\ntimer* t on a R/PT1S -> r\njob r\nend q\nend e
        s -> a\na -> e\nr -> q`);
    expect(text).toBe('s;\na(scope, {\nt: async () => {\nr;\nq;\n},\n});\ne;');
  });
});

describe('ends that are shared', () => {
  it('are written twice where that saves a token region', async () => {
    expect(
      await body(
        'start s\nand f\njob a\njob b\nend e\ns -> f\nf -> a\nf -> b\na -> e\nb -> e',
      ),
    ).toBe(
      's;\nf(scope,\nasync () => {\na;\ne;\n},\nasync () => {\nb;\ne;\n},\n);',
    );
    expect(
      await body(
        'start s\nuser a\ntimer* t on a PT1S -> r\njob r\nend e\ns -> a -> e\nr -> e',
      ),
    ).toBe('s;\na(scope, {\nt: async () => {\nr;\ne;\n},\n});\ne;');
  });

  it('are written once where the flow is a choice', async () => {
    const text = await body(
      'start s\nxor x default=x_b\njob a\njob b\nend e\ns -> x\nx -> a if =ok\nx -> b\na -> e\nb -> e',
    );
    expect(text.match(/\be;/g)).toHaveLength(1);
  });
});
