import { existsSync, readFileSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createTakeStarterAction } from './takeStarter';

describe('ameide:take-starter', () => {
  const workspace = createMockDirectory();

  beforeEach(() =>
    workspace.setContent({
      'own.txt': 'mine',
      '.starters': Object.fromEntries(
        ['review', 'approval'].map(name => [
          name,
          {
            'drawing.bpmn': `<${name} />`,
            'cases.yaml': `of: ${name}`,
            go: { src: { 'workflow.go': `package ${name}` } },
          },
        ]),
      ),
    }),
  );

  const take = (input: object) =>
    createTakeStarterAction().handler(
      createMockActionContext({
        workspacePath: workspace.path,
        input: {
          starters: '.starters',
          starter: 'approval',
          language: 'go',
          drawing: 'returns.bpmn',
          ...input,
        },
      }),
    );
  const read = (path: string) => readFileSync(workspace.resolve(path), 'utf8');

  it('takes drawing, sources and cases of one starter, and leaves no other', async () => {
    await take({});
    expect(read('returns.bpmn')).toBe('<approval />');
    expect(read('src/workflow.go')).toBe('package approval');
    expect(read('test/cases.yaml')).toBe('of: approval');
    expect(read('own.txt')).toBe('mine');
    expect(existsSync(workspace.resolve('.starters'))).toBe(false);
  });

  it('takes the drawing alone where all else is compiled', async () => {
    await take({ language: 'typescript' });
    expect(read('returns.bpmn')).toBe('<approval />');
    expect(existsSync(workspace.resolve('test'))).toBe(false);
  });

  it('refuses a starter that there is not, and paths that lead elsewhere', async () => {
    await expect(take({ starter: '../..' })).rejects.toThrow(
      'starter: "../.." is not one of approval, review',
    );
    await expect(take({ drawing: '../x.bpmn' })).rejects.toThrow();
    expect(existsSync(workspace.resolve('../x.bpmn'))).toBe(false);
  });
});
