import { readFileSync } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createCompileDrawingAction } from './compileDrawing';

jest.setTimeout(60_000);

const STARTER = readFileSync(
  join(
    __dirname,
    '../../../../templates/process-controller/starters/review/drawing.bpmn',
  ),
  'utf8',
);

const directory = createMockDirectory();
let workspaces = 0;

async function compile(input: { drawing: string; content?: string }) {
  const workspace = `workspace-${workspaces++}`;
  directory.addContent({
    [workspace]: { 'process.bpmn': STARTER, 'README.md': 'of the skeleton' },
  });
  const workspacePath = directory.resolve(workspace);
  const context = createMockActionContext({
    workspacePath,
    input: { name: 'returns', ...input },
  });
  await createCompileDrawingAction().handler(context);
  return { workspacePath, output: context.output };
}

describe('ameide:compile-drawing', () => {
  it('writes the project and keeps what the skeleton brought', async () => {
    const { workspacePath, output } = await compile({
      drawing: 'process.bpmn',
    });
    await access(join(workspacePath, 'src', 'worker.ts'));
    expect(await readFile(join(workspacePath, 'README.md'), 'utf8')).toBe(
      'of the skeleton',
    );
    expect(output).toHaveBeenCalledWith('processIds', ['Process_1']);
    expect(output).toHaveBeenCalledWith('warnings', 0);
  });

  it('copies a drawing as it is', async () => {
    const content = STARTER.replace('Fulfil request', '${{ 7 * 7 }} $(id)');
    const { workspacePath } = await compile({
      drawing: 'process.bpmn',
      content,
    });
    expect(await readFile(join(workspacePath, 'process.bpmn'), 'utf8')).toBe(
      content,
    );
  });

  it('refuses a drawing with errors, and says where they are', async () => {
    const content = STARTER.replace(
      'targetRef="End_Done"',
      'targetRef="Nowhere"',
    );
    await expect(compile({ drawing: 'process.bpmn', content })).rejects.toThrow(
      /process.bpmn cannot be compiled: .*at Flow_3/,
    );
  });

  it('stays in the workspace', async () => {
    await expect(
      compile({ drawing: '../../evil.bpmn', content: STARTER }),
    ).rejects.toThrow(/not allowed|outside/i);
    await expect(compile({ drawing: 'none.bpmn' })).rejects.toThrow(
      'There is no file none.bpmn in the workspace',
    );
  });
});
