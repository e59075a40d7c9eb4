import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import {
  ANSWERS_PATH,
  type GeneratedFile,
} from '@ameide/plugin-transformation-common';
import { git } from '../git/git';
import { pushTree } from '../git/push';
import type { TreeChange } from '../git/writeCommit';
import { pushPristine } from '../services/serviceUpdate';
import { offeredFiles, serviceTree, updatedTree } from './serviceTree';

const COMMIT = {
  message: 'x',
  signature: { name: 'T', email: 't@localhost', at: new Date(1e12) },
};

const lines = (first: string, last: string) =>
  `${[first, 'two', 'three', 'four', 'five', 'six', last].join('\n')}\n`;

/** What a template and the compiler have for a service. */
const output = (version: string, first: string): GeneratedFile[] =>
  offeredFiles(
    [
      { path: 'src/a.gen.ts', content: version, owner: 'compiler' },
      { path: 'src/worker.ts', content: 'of the builder', owner: 'engineer' },
    ],
    [
      { path: 'src/worker.ts', content: lines(first, 'seven') },
      {
        path: ANSWERS_PATH,
        content: stringify({
          template: 'template:default/process-controller',
          version,
          digest: `sha256:${version.padEnd(64, '0')}`,
        }),
      },
    ],
  );

async function repository() {
  const url = await mkdtemp(join(tmpdir(), 'service-'));
  await git(['init', '--quiet', '--bare', url], { gitDir: url });
  const push = async (
    branch: string,
    change: (gitDir: string, parent: string | undefined) => Promise<TreeChange>,
  ) => {
    const { commit } = await pushTree(
      { url },
      {
        baseBranch: 'main',
        headBranch: branch,
        ...COMMIT,
        parentOf: ({ head }) => head,
        change,
      },
    );
    return commit!;
  };
  const first = output('1', 'one');
  const keep = (files: GeneratedFile[]) =>
    pushPristine(
      { remote: async () => ({ url }) },
      { tenant: 'demo', name: 'x', repository: 'services/x' },
      COMMIT,
      files,
    );
  await keep(first);
  await push('main', (gitDir, parent) => serviceTree(gitDir, parent, first));
  const byHand = (content: string) =>
    push('main', async () => ({
      write: [
        { path: 'src/worker.ts', content },
        { path: 'src/old.gen.ts', content: 'of an older drawing' },
      ],
      remove: [],
    }));
  const update = async (main: string, files: GeneratedFile[]) =>
    updatedTree(url, main, files, await keep(files));
  return { byHand, update };
}

const contentOf = ({ write }: TreeChange, path: string) =>
  write.find(file => file.path === path)?.content;

describe('the tree of a service that a template has made', () => {
  it('takes what the template makes otherwise into what was changed by hand', async () => {
    const { byHand, update } = await repository();
    const main = await byHand(lines('one', 'mine'));
    const change = await update(main, output('2', 'ONE'));
    expect(change.conflicts).toEqual([]);
    expect(contentOf(change, 'src/worker.ts')).toBe(lines('ONE', 'mine'));
    expect(contentOf(change, 'src/a.gen.ts')).toBe('2');
    expect(change.remove).toEqual(['src/old.gen.ts']);
  });

  it('marks what both have changed, but nothing that the compiler writes', async () => {
    const { byHand, update } = await repository();
    const main = await byHand(lines('mine', 'seven'));
    const change = await update(main, output('2', 'ONE'));
    expect(change.conflicts).toEqual(['src/worker.ts']);
    expect(contentOf(change, 'src/worker.ts')).toMatch(/^<{7} /m);
    expect(contentOf(change, 'src/a.gen.ts')).toBe('2');
  });
});
