import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git } from './git';
import { readFiles } from './repository';
import { signature } from './signature';
import { writeCommit } from './writeCommit';

describe('files of a commit', () => {
  it('are read together, whatever is in them', async () => {
    const gitDir = await mkdtemp(join(tmpdir(), 'repository-'));
    await git(['init', '--quiet', '--bare', gitDir]);
    const files = {
      'a b/"ü".txt': 'blob 3\nZoë\n\n',
      empty: '',
      'src/main.ts': 'no line break at the end',
      'line\nbreak': 'x',
      other: 'not asked for',
    };
    const commit = await writeCommit(
      gitDir,
      undefined,
      {
        write: Object.entries(files).map(([path, content]) => ({
          path,
          content,
        })),
        remove: [],
      },
      'Begin',
      signature(),
    );
    const { other, ...asked } = files;
    const paths = [...Object.keys(asked), 'missing', 'src'];
    expect(Object.fromEntries(await readFiles(gitDir, commit, paths))).toEqual(
      asked,
    );
    expect(await readFiles(gitDir, commit, [])).toEqual(new Map());
    await expect(readFiles(gitDir, 'main', ['empty'])).rejects.toThrow('main');
  });
});
