import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from './compile';
import { version } from './version';
import { sketch } from './__testUtils__/drawing';

const root = join(__dirname, '..');
const example = readFileSync(
  join(root, '../../examples/lead-to-order/lead-to-order.bpmn'),
  'utf8',
);
const options = { name: 'lead-to-order' };

describe('compile', () => {
  it('compiles the example without a word', async () => {
    const { diagnostics, files } = await compile(example, options);
    expect(diagnostics).toEqual([]);
    expect(files.map(({ path }) => path)).toEqual(
      [...files.map(({ path }) => path)].sort(),
    );
  });

  it('writes a body that reads like one written by hand', async () => {
    const { files } = await compile(example, options);
    const workflow =
      files.find(({ path }) => path === 'src/lead-to-order.workflow.gen.ts')
        ?.content ?? '';
    expect(
      workflow.slice(workflow.indexOf('export async function')),
    ).toMatchSnapshot();
  });

  it('names flows without an id by their ends', async () => {
    const nameless = sketch(
      'start s\nxor x default=x_e\nend e\nend f\ns -> x\nx -> e\nx -> f if =n > 1\nx -> f if =n > 2',
    ).replaceAll(' id="x_f"', '');
    const { diagnostics, files } = await compile(nameless, options);
    expect(diagnostics).toEqual([]);
    const workflow = files.find(({ path }) =>
      path.endsWith('.workflow.gen.ts'),
    );
    expect(workflow?.content).toContain("['x_to_f', ");
    expect(workflow?.content).toContain("['x_to_f_2', ");
  });

  it('gives the same bytes for the same drawing', async () => {
    expect(await compile(example, options)).toEqual(
      await compile(example, options),
    );
  });

  it('puts the digests of the files that it owns into the lock file', async () => {
    const { files } = await compile(example, options);
    const lock = JSON.parse(
      files.find(({ path }) => path === 'compile.lock.json')?.content ?? '',
    );
    for (const file of files.filter(
      ({ owner, path }) => owner === 'compiler' && path !== 'compile.lock.json',
    ))
      expect(lock.files[file.path]).toBe(
        createHash('sha256').update(file.content).digest('hex'),
      );
    expect(lock.compiler.version).toBe(
      JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    );
    expect(version).toBe(lock.compiler.version);
  });

  it('says which line stands for which element', async () => {
    const { files, sourceMap } = await compile(example, options);
    const entry = sourceMap
      .filter(({ elementId }) => elementId === 'Task_Qualify')
      .at(-1);
    const line = files
      .find(({ path }) => path === entry?.path)
      ?.content.split('\n')[(entry?.line ?? 0) - 1];
    expect(line).toContain('await qualifyLead(scope);');
  });

  it('tells what the process offers and asks for', async () => {
    const { processes } = await compile(example, options);
    expect(processes).toHaveLength(1);
    expect(processes[0]).toMatchObject({
      processId: 'lead-to-order',
      workflowType: 'leadToOrder',
      start: [{ kind: 'none' }],
      userTasks: [
        {
          elementId: 'Task_Approve',
          formId: 'approve-quote',
          candidateGroups: ['approvers'],
          output: ['approved'],
        },
      ],
      messages: [{ elementId: 'Catch_Signed', messageName: 'contract signed' }],
    });
    expect(
      processes[0]?.jobs.find(({ type }) => type === 'sales.create-quote'),
    ).toEqual({
      type: 'sales.create-quote',
      elementIds: ['Task_Quote'],
      input: ['lead', 'score'],
      output: ['quote'],
    });
  });

  it('lets defaults speak for activities that are not filled in', async () => {
    const { files } = await compile(example, {
      ...options,
      defaults: { 'sales.create-quote': { quote: { id: 'Q-7', amount: 5 } } },
    });
    expect(
      files.find(({ path }) => path === 'src/defaults.gen.ts')?.content,
    ).toContain("createQuote: { quote: { id: 'Q-7', amount: 5 } }");
  });

  it('gives no files for a drawing that it refuses', async () => {
    for (const source of ['', 'no xml', '<a/>', '<!DOCTYPE a><a/>']) {
      const { files, diagnostics } = await compile(source, options);
      expect(files).toEqual([]);
      expect(diagnostics[0]?.severity).toBe('error');
    }
  });
});
