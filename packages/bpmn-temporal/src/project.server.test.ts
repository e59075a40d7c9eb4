import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from './compile';
import { message, sketches } from './__testUtils__/drawing';
import { runTool, writeProject } from './__testUtils__/server';

jest.setTimeout(240_000);

const example = join(__dirname, '../../../examples/lead-to-order');
const drawing = readFileSync(join(example, 'lead-to-order.bpmn'), 'utf8');

async function prove(folder: string): Promise<void> {
  try {
    await proveThere(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function proveThere(folder: string): Promise<void> {
  await runTool(folder, 'tsc', []);
  await runTool(folder, 'eslint', ['.']);
  const report = await runTool(folder, 'node', ['--test', 'test/**/*.test.ts']);
  expect(report).toMatch(/fail 0/);
}

describe('an emitted project', () => {
  it('type-checks, lints and passes its own tests as it comes', async () => {
    const { files } = await compile(drawing, { name: 'lead-to-order' });
    await prove(writeProject(files));
  });

  it('does so with the activities of the example filled in', async () => {
    const { files } = await compile(drawing, { name: 'lead-to-order' });
    const service = join(example, 'service');
    const edits = readdirSync(service, {
      recursive: true,
      encoding: 'utf8',
    }).filter(path => path.endsWith('.ts'));
    await prove(
      writeProject(
        files,
        Object.fromEntries(
          edits.map(path => [path, readFileSync(join(service, path), 'utf8')]),
        ),
      ),
    );
  });

  it('does so for drawings with a bit of everything', async () => {
    const source = sketches(
      {
        waits: 'start s\ncatch c order\nuser u\nend e\ns -> c\nc -> u\nu -> e',
        loops:
          'start s\nxor m\nuser a\nxor x default=x_m\nend e\ntimer t on a PT1H -> m\ns -> m\nm -> a\na -> x\nx -> e if =done\nx -> m',
        region:
          'start s\nand f\njob a\njob b\nsub c\nstart i\nend o\ni -> o\n}\ntimer* t on c PT1H -> c2\njob c2\nend q\nend e\ns -> f\nf -> a\nf -> b\na -> c\nb -> c\nc -> e\nc2 -> q',
        beside:
          'start s\nsub c\nstart i\njob a\nend o\ni -> a\na -> o\n}\ntimer* t on c PT1H -> r\njob r\nend q\nerror x on c E -> z\nend z\nend e\ns -> c\nc -> e\nr -> q',
        events:
          'start s\nevent g\nwait w PT1H\ncatch c order\nend a\nend b\ns -> g\ng -> w\ng -> c\nw -> a\nc -> b',
        empty: 'start s\nend e\ns -> e',
      },
      `${message('order')}<bpmn:error id="E" errorCode="CODE" />`,
    );
    const { files, diagnostics } = await compile(source, {
      name: 'everything',
    });
    expect(diagnostics).toEqual([]);
    await prove(writeProject(files));
  });
});
