import { makeForge, proposalOf, TOKEN } from './__testUtils__/forge';
import { startGithub, type TestGithub } from './__testUtils__/github';

jest.setTimeout(30_000);

const SERVICE = 'acme/svc-lead-to-order';
const REPOSITORY = 'services/lead-to-order';
const BRANCH = 'factory/lead-to-order';

describe('the forge at GitHub', () => {
  let github: TestGithub;
  beforeEach(async () => {
    github = await startGithub();
  });
  afterEach(() => github.stop());

  async function start() {
    const made = makeForge(github.url);
    await made.forge.remote('demo', REPOSITORY);
    const commit = await github.commit(SERVICE, BRANCH, 'a.txt');
    return { ...made, commit };
  }

  it('opens, shows and merges a pull request', async () => {
    const { forge, commit } = await start();
    const opened = await forge.propose(proposalOf(commit));
    expect(opened).toMatchObject({
      ...{ id: 'services.lead-to-order.1', state: 'open', number: 1 },
      ...{ artifactId: 'lead-to-order', revision: 1, buildId: 'build-1' },
      ...{ headBranch: BRANCH, baseBranch: 'main', headCommit: commit },
      body: 'The source of **Lead to order**.',
      author: 'user:demo/ada',
    });
    expect(opened.mergeCommit).toBeUndefined();
    expect(await forge.findOpen('demo', REPOSITORY, BRANCH)).toEqual(opened);
    const detail = await forge.get('demo', opened.id);
    expect(detail).toMatchObject({ mergeable: true, headCommit: commit });
    expect(detail.diff).toContain('+one');

    const done = await forge.merge('demo', opened.id, 'user:demo/ben');
    expect(done).toMatchObject({
      state: 'merged',
      mergedBy: 'user:demo/ben',
      author: 'user:demo/ada',
      mergedAt: expect.any(String),
    });
    const main = await github.call(
      'GET',
      `/repos/${SERVICE}/git/ref/heads/main`,
    );
    expect(main.body).toMatchObject({ object: { sha: done.mergeCommit } });
    expect(await forge.merge('demo', opened.id, 'user:demo/eve')).toEqual(done);
    expect(await forge.get('demo', opened.id)).toMatchObject({
      ...done,
      mergeable: false,
    });
    expect(await forge.findOpen('demo', REPOSITORY, BRANCH)).toBeUndefined();
    expect(await forge.readFile('demo', REPOSITORY, 'a.txt')).toBe('a.txt');
    expect(await forge.readFile('demo', REPOSITORY, 'b.txt')).toBeUndefined();
    expect(await forge.fileUrl('demo', REPOSITORY, 'a.txt')).toMatch(
      /^https?:\/\/[^/]+\/[^/]+\/[^/]+\/blob\/main\/a\.txt$/,
    );
    await expect(
      forge.fileUrl('stranger', REPOSITORY, 'a.txt'),
    ).rejects.toThrow('has no repositories at GitHub');
    await expect(
      forge.readFile('stranger', REPOSITORY, 'a.txt'),
    ).rejects.toThrow('transformation.forge.github');
  });

  it('changes nothing when the same is proposed again, and updates the open one for news', async () => {
    const { forge, commit } = await start();
    const opened = await forge.propose(proposalOf(commit));
    github.requests.length = 0;
    const again = proposalOf(commit, { buildId: 'build-2' });
    expect(await forge.propose(again)).toEqual(opened);
    expect(github.requests).toEqual([`GET /repos/${SERVICE}/pulls`]);

    const news = await github.commit(SERVICE, BRANCH, 'b.txt');
    const updated = await forge.propose(
      proposalOf(news, {
        ...{ revision: 2, buildId: 'build-3', author: 'user:demo/eve' },
        title: 'Lead to order: revision 2',
      }),
    );
    expect(updated).toMatchObject({
      ...{ id: opened.id, revision: 2, headCommit: news },
      ...{ buildId: 'build-3', title: 'Lead to order: revision 2' },
      author: 'user:demo/ada',
    });
    expect(await forge.findOpen('demo', REPOSITORY, BRANCH)).toEqual(updated);
    expect(await forge.list('demo', { artifactId: 'lead-to-order' })).toEqual([
      updated,
    ]);
  });

  it('never opens a second one, even where another request was faster', async () => {
    const { forge, commit } = await start();
    const opened = await forge.propose(proposalOf(commit));
    github.answer(/^GET .*\/pulls\?/, { status: 200, body: [] });
    const same = await forge.propose(proposalOf(commit));
    expect(same).toEqual(opened);
    expect(github.requests).toContain(`POST /repos/${SERVICE}/pulls`);
    expect(await forge.list('demo', {})).toHaveLength(0);
    expect(
      await forge.list('demo', { artifactId: 'lead-to-order' }),
    ).toHaveLength(1);
  });

  it('links the pull requests of a build, once, and keeps the link', async () => {
    const { forge, commit } = await start();
    const inGitops = { repository: 'gitops' };
    const pushed = await github.commit('acme/gitops', BRANCH, 'c.yaml');
    const one = await forge.propose(proposalOf(commit));
    const other = await forge.propose(proposalOf(pushed, inGitops));
    expect(other.id).toBe('gitops.1');
    await forge.link('demo', one.id, other.id);
    github.requests.length = 0;
    await forge.link('demo', one.id, other.id);
    expect(github.requests.filter(line => line.startsWith('PATCH'))).toEqual(
      [],
    );
    const news = { revision: 2, body: 'Belongs to gitops#1.' };
    const next = await forge.propose(proposalOf(commit, news));
    expect(next).toMatchObject({
      ...{ companionId: other.id, revision: 2 },
      body: 'Belongs to acme/gitops#1.',
    });
    expect(await forge.propose(proposalOf(commit, news))).toEqual(next);

    const all = await forge.list('demo', {});
    expect(all.map(({ id }) => id).sort()).toEqual([other.id, one.id].sort());
    await forge.merge('demo', one.id, 'user:demo/ben');
    const ids = async (state: string) =>
      (await forge.list('demo', { state })).map(({ id }) => id);
    expect(await ids('open')).toEqual([other.id]);
    expect(await ids('merged')).toEqual([one.id]);
    expect(await ids('closed')).toEqual([]);
    expect(await forge.list('demo', { artifactId: 'another' })).toEqual([]);
    expect(await forge.list('demo', { artifactId: '../x' })).toEqual([]);
  });

  it('tells why a pull request is not merged', async () => {
    const { forge, commit } = await start();
    const { id } = await forge.propose(proposalOf(commit));
    const { body } = await github.call('GET', `/repos/${SERVICE}/pulls/1`);
    const one = /^GET .*\/pulls\/1$/;
    const state = (change: object) => ({
      status: 200,
      body: { ...(body as object), ...change },
    });
    const refused = {
      status: 405,
      body: { message: 'Pull Request is not mergeable' },
    };

    const dirty = state({ mergeable: false, mergeable_state: 'dirty' });
    github.answer(one, state({ mergeable: null }), dirty);
    expect(await forge.get('demo', id)).toMatchObject({
      mergeable: false,
      mergeProblem: expect.stringContaining('contradicts main'),
    });
    github.answer(/^PUT/, refused, refused, {
      status: 409,
      body: { message: 'Head branch was modified.' },
    });
    github.answer(one, undefined, dirty);
    const merge = () => forge.merge('demo', id, 'user:demo/ben');
    await expect(merge()).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(/^The branch contradicts main/),
    });
    github.answer(
      one,
      undefined,
      state({ mergeable: true, mergeable_state: 'blocked' }),
    );
    await expect(merge()).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('A rule of acme/svc-lead-to-order'),
    });
    await expect(merge()).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('Head branch was modified.'),
    });
    expect((await forge.get('demo', id)).state).toBe('open');

    await github.call('PATCH', `/repos/${SERVICE}/pulls/1`, {
      state: 'closed',
    });
    await expect(merge()).rejects.toThrow(`Pull request ${id} is closed`);
    expect(await forge.get('demo', id)).toMatchObject({
      state: 'closed',
      mergeable: false,
    });
  });

  it('has merged although nobody could note by whom', async () => {
    const { forge, commit, logger } = await start();
    const { id } = await forge.propose(proposalOf(commit));
    github.answer(/^PATCH/, { status: 502 });
    expect(await forge.merge('demo', id, 'user:demo/ben')).toMatchObject({
      state: 'merged',
      mergedBy: 'user:demo/ben',
    });
    expect(logger.warn).toHaveBeenCalledTimes(1);
    // what GitHub knows of it
    expect((await forge.get('demo', id)).mergedBy).toBe('octocat');
  });

  it('does without a record that somebody removed, until it is proposed again', async () => {
    const { forge, commit } = await start();
    const { id } = await forge.propose(proposalOf(commit));
    await github.call('PATCH', `/repos/${SERVICE}/pulls/1`, { body: 'Mine' });
    expect(await forge.findOpen('demo', REPOSITORY, BRANCH)).toMatchObject({
      ...{ id, body: 'Mine', artifactId: 'lead-to-order', revision: 0 },
      author: 'octocat',
    });
    expect(await forge.propose(proposalOf(commit))).toMatchObject({
      ...{ id, revision: 1, author: 'user:demo/ada' },
    });
  });

  it('does not know the pull requests of forks, other branches and other tenants', async () => {
    const { forge, commit } = await start();
    const { id } = await forge.propose(proposalOf(commit));
    await expect(forge.get('other', id)).rejects.toThrow(
      `There is no pull request ${id}`,
    );
    expect(await forge.list('other', {})).toEqual([]);
    await expect(forge.get('demo', 'services.lead-to-order.9')).rejects.toThrow(
      'There is no',
    );
    await expect(forge.get('demo', '../gitops.1')).rejects.toThrow(
      'There is no',
    );

    const { body } = await github.call('GET', `/repos/${SERVICE}/pulls/1`);
    const pull = body as { head: object; base: object };
    for (const foreign of [
      {
        head: {
          ...pull.head,
          repo: { full_name: 'mallory/svc-lead-to-order' },
        },
      },
      { head: { ...pull.head, ref: 'mine' } },
      { base: { ...pull.base, ref: 'release' } },
    ]) {
      github.answer(/^GET .*\/pulls\/1$/, {
        status: 200,
        body: { ...pull, ...foreign },
      });
      await expect(
        forge.merge('demo', id, 'user:demo/ben'),
      ).rejects.toMatchObject({
        name: 'NotFoundError',
      });
    }
    expect((await forge.get('demo', id)).state).toBe('open');
  });

  it('refuses what is not configured before it asks GitHub', async () => {
    const { forge } = makeForge(github.url);
    const key = 'transformation.forge.github.tenants';
    for (const attempt of [
      forge.remote('acme', 'gitops'),
      forge.list('acme', {}),
      forge.get('acme', 'gitops.1'),
      forge.remote('demo', 'services/../x'),
      forge.remote('demo', 'else'),
      forge.propose(proposalOf('c', { repository: 'services/A' })),
    ]) {
      await expect(attempt).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining(key),
      });
    }
    expect(github.requests).toEqual([]);
  });

  it('shows no token in what goes wrong', async () => {
    const { forge } = makeForge(github.url);
    const message = `Bad credentials ${TOKEN}`;
    github.answer(/^GET/, { status: 401, body: { message } });
    const failure = await forge.get('demo', 'gitops.1').catch(error => error);
    expect(failure.name).toBe('ServiceUnavailableError');
    expect(failure.message).toContain(
      'does not take the credentials for acme/gitops',
    );
    expect(JSON.stringify(failure) + failure.stack).not.toContain(TOKEN);
  });
});
