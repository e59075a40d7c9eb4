import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { PullRequestProposal } from '@ameide/plugin-transformation-node';
import {
  emptyDatabases,
  ENGINES,
  type EmptyDatabases,
} from '../../__testUtils__/databases';
import { git } from '../../git/git';
import { pushTree } from '../../git/push';
import { commitOf, listFiles, readFile } from '../../git/repository';
import { createLocalForge } from './localForge';

jest.setTimeout(60_000);

const REPOSITORY = 'services/lead-to-order';

async function makeForgeOn(
  databases: EmptyDatabases,
  databaseId: TestDatabaseId,
) {
  const forgeDir = await mkdtemp(join(tmpdir(), 'forge-'));
  const { database } = await databases.open(databaseId);
  const merged: string[] = [];
  const forge = createLocalForge({
    forgeDir,
    database,
    appBaseUrl: 'http://localhost',
    now: () => new Date('2026-11-23T10:00:00Z'),
    onMerged: (tenant, { id }) => merged.push(`${tenant} ${id}`),
  });
  const gitDir = (await forge.remote('demo', REPOSITORY)).url;
  const push = async (
    path: string,
    content: string,
    headBranch = 'factory/x',
  ) => {
    const open = await forge.findOpen('demo', REPOSITORY, headBranch);
    return pushTree(await forge.remote('demo', REPOSITORY), {
      baseBranch: 'main',
      headBranch,
      message: `Write ${path}`,
      signature: { name: 'T', email: 't@localhost', at: new Date(1e12) },
      parentOf: ({ base, head }) => (open && head ? head : base),
      change: async () => ({ write: [{ path, content }], remove: [] }),
    });
  };
  const proposal = (
    headCommit: string,
    headBranch = 'factory/x',
  ): PullRequestProposal => ({
    tenant: 'demo',
    repository: REPOSITORY,
    headBranch,
    headCommit,
    title: 'Lead to order: revision 1',
    body: 'Body',
    artifactId: 'lead-to-order',
    revision: 1,
    buildId: 'build-1',
    author: 'user:demo/ada',
  });
  return { forge, gitDir, push, proposal, merged };
}

describe.each(ENGINES)('the local forge on %s', databaseId => {
  const databases = emptyDatabases();
  const makeForge = () => makeForgeOn(databases, databaseId);

  it('opens, shows and merges a pull request', async () => {
    const { forge, gitDir, push, proposal, merged } = await makeForge();
    const { commit } = await push('a b/"q".txt', 'one\n');
    const opened = await forge.propose(proposal(commit!));
    expect(opened).toMatchObject({
      id: 'services.lead-to-order.1',
      state: 'open',
    });
    const detail = await forge.get('demo', opened.id);
    expect(detail.mergeable).toBe(true);
    expect(detail.diff).toContain('+one');
    const done = await forge.merge('demo', opened.id, 'user:demo/ben');
    expect(done).toMatchObject({ state: 'merged', mergedBy: 'user:demo/ben' });
    expect(await readFile(gitDir, 'main', 'a b/"q".txt')).toBe('one\n');
    const read = (path: string) => forge.readFile('demo', REPOSITORY, path);
    expect(await read('a b/"q".txt')).toBe('one\n');
    expect(await read('../../config')).toBeUndefined();
    expect(merged).toEqual(['demo services.lead-to-order.1']);
    // the diff stays what was merged
    expect((await forge.get('demo', opened.id)).diff).toBe(detail.diff);
    expect(await forge.merge('demo', opened.id, 'user:demo/eve')).toEqual(done);
  });

  it('changes nothing when the same is pushed and proposed again, and updates the open one for news', async () => {
    const { forge, gitDir, push, proposal } = await makeForge();
    const first = await push('a.txt', 'one');
    const opened = await forge.propose(proposal(first.commit!));
    const again = await push('a.txt', 'one');
    expect(again.commit).toBe(first.commit);
    expect(
      await forge.propose({ ...proposal(again.commit!), buildId: 'build-2' }),
    ).toEqual(opened);
    const news = await push('a.txt', 'two');
    const updated = await forge.propose({
      ...proposal(news.commit!),
      revision: 2,
    });
    expect(updated).toMatchObject({
      id: opened.id,
      revision: 2,
      headCommit: news.commit,
    });
    expect(await forge.list('demo', {})).toHaveLength(1);
    expect(await commitOf(gitDir, 'refs/heads/factory/x')).toBe(news.commit);
  });

  it('keeps commits that somebody added to the branch', async () => {
    const { forge, gitDir, push, proposal } = await makeForge();
    const first = await push('a.txt', 'one');
    await forge.propose(proposal(first.commit!));
    await push('by-hand.txt', 'mine');
    const next = await push('a.txt', 'two');
    expect(await listFiles(gitDir, next.commit!)).toEqual([
      'a.txt',
      'by-hand.txt',
    ]);
  });

  it('tells a branch that contradicts main, and leaves main as it is', async () => {
    const { forge, gitDir, push, proposal } = await makeForge();
    const one = await push('a.txt', 'one', 'factory/x');
    const other = await push('a.txt', 'other', 'factory/y');
    const [x, y] = [
      await forge.propose(proposal(one.commit!)),
      await forge.propose(proposal(other.commit!, 'factory/y')),
    ];
    await forge.merge('demo', x.id, 'user:demo/ben');
    const main = await commitOf(gitDir, 'refs/heads/main');
    expect((await forge.get('demo', y.id)).mergeProblem).toContain(
      'contradicts main',
    );
    await expect(forge.merge('demo', y.id, 'user:demo/ben')).rejects.toThrow(
      'contradicts main',
    );
    expect(await commitOf(gitDir, 'refs/heads/main')).toBe(main);
    expect((await forge.get('demo', y.id)).state).toBe('open');
  });

  it('records a merge whose record was lost, without merging twice', async () => {
    const { forge, gitDir, push, proposal } = await makeForge();
    const { commit } = await push('a.txt', 'one');
    const opened = await forge.propose(proposal(commit!));
    await git(['update-ref', 'refs/heads/main', commit!], { gitDir });
    expect(await forge.merge('demo', opened.id, 'user:demo/ben')).toMatchObject(
      {
        state: 'merged',
        mergeCommit: commit,
      },
    );
  });

  it('refuses a push that a hook declines, and moves nothing', async () => {
    const { gitDir, push } = await makeForge();
    const hook = join(gitDir, 'hooks', 'pre-receive');
    await writeFile(hook, '#!/bin/sh\necho "quota exceeded" >&2\nexit 1\n');
    await chmod(hook, 0o755);
    await expect(push('a.txt', 'one')).rejects.toThrow(
      /quota exceeded[^]*declined/,
    );
    expect(await commitOf(gitDir, 'refs/heads/factory/x')).toBeUndefined();
  });

  it('keeps tenants apart and paths inside', async () => {
    const { forge, push, proposal } = await makeForge();
    const { commit } = await push('a.txt', 'one');
    const { id } = await forge.propose(proposal(commit!));
    expect(await forge.list('other', {})).toEqual([]);
    await expect(forge.get('other', id)).rejects.toThrow(
      `There is no pull request ${id}`,
    );
    for (const name of [
      '../../etc',
      'services/../x',
      'services/A',
      'gitops/..',
      '',
    ]) {
      await expect(forge.remote('demo', name)).rejects.toThrow(
        'neither gitops nor',
      );
    }
    await expect(forge.remote('../x', 'gitops')).rejects.toThrow();
  });
});
