import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { GitRemote } from '@ameide/plugin-transformation-node';
import { makeForge, TOKEN } from './__testUtils__/forge';
import { startGitServer } from './__testUtils__/gitServer';
import { startGithub, type TestGithub } from './__testUtils__/github';
import { remoteOf } from './repositories';

jest.setTimeout(30_000);

const SERVICE = '/repos/acme/svc-returns';
const REPOSITORY = 'services/returns';

describe('repositories at GitHub', () => {
  let github: TestGithub;
  beforeEach(async () => {
    github = await startGithub();
  });
  afterEach(() => github.stop());

  const remote = () => makeForge(github.url).forge.remote('demo', REPOSITORY);

  it('are made where they are missing, private and with a main branch', async () => {
    const { url, config } = await remote();
    expect(url).toBe('https://ghe.test/acme/svc-returns.git');
    const basic = Buffer.from(`x-access-token:${TOKEN}`).toString('base64');
    expect(config).toEqual({
      [`http.${url}.extraHeader`]: `Authorization: Basic ${basic}`,
      'http.followRedirects': 'false',
    });
    const made = await github.call('GET', SERVICE);
    expect(made.body).toMatchObject({ private: true, default_branch: 'main' });
    github.requests.length = 0;
    await remote();
    expect(github.requests).toEqual([`GET ${SERVICE}/branches/main`]);
  });

  it('get a main branch where the organization calls it otherwise', async () => {
    github.answer(/^POST/, { status: 201, body: { default_branch: 'trunk' } });
    github.answer(/^POST .*rename$/, { status: 201, body: {} });
    await remote();
    expect(github.requests).toContain(`POST ${SERVICE}/branches/trunk/rename`);
  });

  it('may be made by somebody else at the same time', async () => {
    const taken = { status: 422, body: { message: 'name already exists' } };
    github.answer(/^POST/, taken);
    github.answer(/branches\/main$/, { status: 404 }, { status: 200 });
    await expect(remote()).resolves.toBeDefined();
  });

  it.each([403, 404, 422])(
    'say what is missing where GitHub answers %s',
    async status => {
      github.answer(/^POST/, { status, body: { message: 'No' } });
      await expect(remote()).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringMatching(/acme\/svc-returns.*Administration/),
      });
    },
  );

  it('are refused without a main branch', async () => {
    github.answer(/^GET \/repos\/acme\/svc-returns$/, {
      status: 200,
      body: { default_branch: 'trunk' },
    });
    await expect(remote()).rejects.toThrow(
      'acme/svc-returns has no branch main',
    );
  });

  it('are refused where they have moved', async () => {
    const headers = { location: `${github.url}/repositories/7` };
    github.answer(/branches\/main$/, { status: 301, headers });
    await expect(remote()).rejects.toMatchObject({ name: 'ConflictError' });
    expect(github.requests).toHaveLength(1);
  });

  it('take the credentials of an app', async () => {
    await github.stop();
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    });
    const permissions = {
      ...{ contents: 'write', pull_requests: 'write', administration: 'write' },
      metadata: 'read',
    };
    const installation = {
      ...{ installation_id: 100, account: 'acme' },
      repository_selection: 'all',
    };
    const app = {
      ...{ app_id: 7, slug: 'factory', name: 'Factory', events: [] },
      ...{
        private_key: privateKey,
        permissions,
        installations: [installation],
      },
    };
    github = await startGithub({ apps: [app] });
    const apps = [
      {
        appId: 7,
        privateKey,
        clientId: 'i',
        clientSecret: 's',
        webhookSecret: 'w',
      },
    ];
    const { forge } = makeForge(github.url, { apps });
    const { config } = await forge.remote('demo', 'gitops');
    const [header] = Object.values(config!);
    const basic = header.replace('Authorization: Basic ', '');
    expect(Buffer.from(basic, 'base64').toString()).toMatch(
      /^x-access-token:ghs_/,
    );
    await expect(
      makeForge(github.url, {}).forge.remote('demo', 'gitops'),
    ).rejects.toThrow('There are no credentials for acme at ghe.test');
  });

  it('are reached by git with the header, and without it not', async () => {
    const root = await mkdtemp(join(tmpdir(), 'github-git-'));
    const server = await startGitServer(root, `x-access-token:${TOKEN}`);
    try {
      const place = { repository: 'gitops', owner: 'acme', repo: 'gitops' };
      const { clients } = makeForge(github.url);
      const client = await clients.of('acme');
      const there = remoteOf(server.url, { place, ...client });
      const bare = join(root, 'acme', 'gitops.git');
      await git({ url: bare }, ['init', '--quiet', '--bare', bare]);
      const work = join(root, 'work');
      await git(there, ['clone', '--quiet', there.url, work]);
      const at = ['-C', work, '-c', 'user.name=T', '-c', 'user.email=t@x'];
      await git(there, [...at, 'commit', '-q', '--allow-empty', '-m', 'One']);
      await git(there, [...at, 'push', '-q', 'origin', 'HEAD:refs/heads/x']);
      expect(await readFile(join(bare, 'refs', 'heads', 'x'), 'utf8')).toMatch(
        /^[0-9a-f]{40}\n$/,
      );
      await expect(
        git({ url: there.url }, ['ls-remote', there.url]),
      ).rejects.toThrow(/could not read Username|Authentication failed/);
    } finally {
      await server.stop();
    }
  });
});

/** Git as the factory runs it: settings by variables. */
async function git({ config = {} }: GitRemote, args: string[]): Promise<void> {
  const settings = Object.entries(config).flatMap(([name, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, name],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  await promisify(execFile)('git', args, {
    env: {
      PATH: process.env.PATH,
      LC_ALL: 'C',
      GIT_TERMINAL_PROMPT: '0',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_COUNT: `${settings.length / 2}`,
      ...Object.fromEntries(settings),
    },
  });
}
