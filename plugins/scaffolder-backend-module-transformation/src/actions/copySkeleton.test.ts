import { existsSync, readFileSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createCopySkeletonAction } from './copySkeleton';

describe('ameide:copy-skeleton', () => {
  const workspace = createMockDirectory();

  const copy = (parts: Record<string, string>) =>
    createCopySkeletonAction().handler(
      createMockActionContext({
        workspacePath: workspace.path,
        input: { parts },
      }),
    );

  it('copies each part into its folder, beside what is there', async () => {
    workspace.setContent({ src: { 'own.ts': 'mine' } });
    await copy({ 'connect-node': 'src', protovalidate: '.' });
    expect(readFileSync(workspace.resolve('src/own.ts'), 'utf8')).toBe('mine');
    for (const path of [
      'src/caller.ts',
      'src/interceptors/verifier.ts',
      'third_party/protovalidate/buf/validate/validate.proto',
    ]) {
      expect([path, existsSync(workspace.resolve(path))]).toEqual([path, true]);
    }
  });

  it('refuses parts that there are not, and folders outside of the workspace', async () => {
    await expect(copy({ 'no-such': '.' })).rejects.toThrow(
      'parts: "no-such" is not one of chart, connect-chart, connect-go, connect-node',
    );
    await expect(copy({ '../src': '.' })).rejects.toThrow('is not one of');
    await expect(copy({ chart: '../outside' })).rejects.toThrow();
    expect(existsSync(workspace.resolve('../outside'))).toBe(false);
  });
});
