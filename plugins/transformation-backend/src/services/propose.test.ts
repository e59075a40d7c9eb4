import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { ANSWERS_PATH } from '@ameide/plugin-transformation-common';
import { commitByHand } from '../__testUtils__/commit';
import { emptyDatabases, ENGINES } from '../__testUtils__/databases';
import { createLocalForge } from '../forge/local/localForge';
import { git } from '../git/git';
import { commitOf, listFiles, readFile } from '../git/repository';
import { refuseHandWritten } from './handWritten';
import { proposeService } from './propose';

jest.setTimeout(60_000);

const ADA = { tenant: 'demo', userEntityRef: 'user:demo/ada' };
const LINES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];

/** What a version of a template makes. */
const output = (version: string, files: Record<string, string>) => ({
  title: 'Orders',
  files: [
    ...Object.entries(files).map(([path, content]) => ({ path, content })),
    {
      path: ANSWERS_PATH,
      content: stringify({
        template: 'template:default/domain-controller',
        version,
        digest: `sha256:${version.replace(/\D/g, '').padEnd(64, '0')}`,
        parameters: { name: 'orders' },
      }),
    },
  ],
});

const text = (...changed: [number, string][]) =>
  `${LINES.map((line, i) => changed.find(([at]) => at === i)?.[1] ?? line).join(
    '\n',
  )}\n`;

const OLD = output('1', {
  'README.md': text(),
  'src/main.ts': text(),
  'src/other.ts': text(),
  'src/gone.ts': 'gone\n',
});
const NEW = output('2', {
  'README.md': text([0, 'ONE']),
  'src/main.ts': text([3, 'theirs']),
  'src/other.ts': text([6, 'SEVEN']),
  'src/added.ts': 'added\n',
});

/** Ten lists of ten lists of ten texts. */
const BOMB = ['x', '*a', '*b']
  .map((one, i) => `${'abc'[i]}: &${'abc'[i]} [${Array(10).fill(one)}]`)
  .concat(`kind: [${Array(10).fill('*c')}]`)
  .join('\n');

describe.each(ENGINES)('services of templates, on %s', databaseId => {
  const databases = emptyDatabases();

  async function setUp() {
    const { database } = await databases.open(databaseId);
    const forge = createLocalForge({
      forgeDir: await mkdtemp(join(tmpdir(), 'forge-')),
      database,
      appBaseUrl: 'http://localhost',
    });
    const remote = await forge.remote('demo', 'services/orders');
    const gitDir = remote.url;
    const propose = (made: typeof OLD) =>
      proposeService(forge, ADA, 'orders', made);
    const merge = (id: string) => forge.merge('demo', id, 'user:demo/ben');
    const byHand = (branch: string, files: Record<string, string>) =>
      commitByHand(remote, files, branch);
    const at = (branch: string, path: string) =>
      readFile(gitDir, `refs/heads/${branch}`, path);
    return { forge, gitDir, propose, merge, byHand, at };
  }

  it('are proposed once, whatever is tried again, and keep their pristine output', async () => {
    const { forge, gitDir, propose, merge } = await setUp();
    const first = await propose(OLD);
    expect(first).toMatchObject({
      repository: 'services/orders',
      to: '1',
      conflicts: [],
      pullRequest: {
        state: 'open',
        author: 'user:demo/ada',
        title: 'Orders: domain-controller 1',
      },
    });
    expect(first.from).toBeUndefined();
    const pristine = await commitOf(gitDir, 'factory/base');
    expect(await listFiles(gitDir, 'factory/base')).toHaveLength(5);
    const again = await propose(OLD);
    expect(again.pullRequest).toEqual(first.pullRequest);
    expect(await commitOf(gitDir, 'factory/base')).toBe(pristine);
    await merge(first.pullRequest!.id);
    expect(await propose(OLD)).toEqual({
      tenant: 'demo',
      repository: 'services/orders',
      from: '1',
      to: '1',
      conflicts: [],
    });
    expect(await forge.list('demo', {})).toHaveLength(2);
  });

  it('keep what is compiled from a source that is written by hand', async () => {
    const { forge, propose, merge } = await setUp();
    const refused = () => refuseHandWritten(forge, 'demo', 'services/orders');
    await refused();
    const compiled = output('1', { 'compile.lock.json': '{}' });
    await merge((await propose(compiled)).pullRequest!.id);
    await refused();
    await merge((await propose(output('2', {}))).pullRequest!.id);
    await expect(refused()).rejects.toThrow(
      'The source in services/orders is written by hand',
    );
  });

  it('are rolled out by a companion, where nothing has to be settled', async () => {
    const { forge, propose, merge, byHand } = await setUp();
    const info = {
      path: 'catalog-info.yaml',
      content:
        'kind: Component\nmetadata:\n  name: orders\n  namespace: demo\nspec:\n  type: domain-controller\n',
    };
    const { pullRequest, rollOut } = await propose({
      ...OLD,
      files: [...OLD.files, info],
    });
    expect(rollOut).toMatchObject({
      repository: 'gitops',
      headBranch: 'factory/orders',
      companionId: pullRequest!.id,
    });
    expect(pullRequest!.companionId).toBe(rollOut!.id);
    await merge(pullRequest!.id);
    await merge(rollOut!.id);
    const dir = 'components/orders';
    const read = (path: string) => forge.readFile('demo', 'gitops', path);
    expect(await read(`${dir}/component.yaml`)).toContain(
      'kind: DomainController',
    );
    expect(await read(`${dir}/values/dev.yaml`)).toContain(
      `commit: ${pullRequest!.headCommit}`,
    );
    expect(await read(`${dir}/values/prod.yaml`)).toBe('replicas: 0\n');
    await byHand('main', { 'src/main.ts': text([3, 'mine']) });
    const contested = await propose({ ...NEW, files: [...NEW.files, info] });
    expect(contested.conflicts).toHaveLength(1);
    expect(contested.rollOut).toBeUndefined();
  });

  it.each([
    [
      'kind: API\nmetadata: { name: a, namespace: other }',
      'api:other/a cannot',
    ],
    ['kind: API\nmetadata: { name: a }', 'api:default/a cannot'],
    ['kind: API\nmetadata: {}', 'catalog-info.yaml cannot be read'],
    ['kind: [', 'catalog-info.yaml cannot be read'],
    [BOMB, 'catalog-info.yaml cannot be read'],
  ])('are refused with %j, before anything is pushed', async (content, why) => {
    const { propose, gitDir } = await setUp();
    await expect(
      propose({
        ...OLD,
        files: [...OLD.files, { path: 'catalog-info.yaml', content }],
      }),
    ).rejects.toThrow(why);
    await expect(commitOf(gitDir, 'factory/base')).resolves.toBeUndefined();
  });

  it('are not rolled out where nothing of them runs', async () => {
    const { propose, forge } = await setUp();
    const content =
      'kind: API\nmetadata:\n  name: a\n  namespace: demo\nspec:\n  type: grpc\n';
    const { pullRequest, rollOut } = await propose({
      ...OLD,
      files: [...OLD.files, { path: 'catalog-info.yaml', content }],
    });
    expect(rollOut).toBeUndefined();
    expect(await forge.list('demo', {})).toMatchObject([
      { id: pullRequest!.id },
    ]);
  });

  it('end in one pull request though killed between the push and it', async () => {
    const { forge, gitDir, propose } = await setUp();
    const { pullRequest } = await propose(OLD);
    const dying = { ...forge, propose: () => Promise.reject(new Error('!')) };
    await expect(proposeService(dying, ADA, 'orders', NEW)).rejects.toThrow();
    const head = await commitOf(gitDir, 'factory/_template');
    const { pullRequest: opened } = await propose(NEW);
    expect(opened).toMatchObject({ id: pullRequest!.id, headCommit: head });
    expect(await forge.list('demo', {})).toHaveLength(2);
  });

  it('are updated over what was changed by hand, and conflicts are marked', async () => {
    const { propose, merge, byHand, at, forge } = await setUp();
    await merge((await propose(OLD)).pullRequest!.id);
    await byHand('main', {
      'README.md': text([6, 'by hand']),
      'src/main.ts': text([3, 'mine']),
      'src/own.ts': 'own\n',
    });
    const update = await propose(NEW);
    expect(update).toMatchObject({
      from: '1',
      to: '2',
      conflicts: ['src/main.ts'],
    });
    expect(update.pullRequest!.body).toContain('- `src/main.ts`');
    const head = (path: string) => at('factory/_template', path);
    expect(await head('README.md')).toBe(text([0, 'ONE'], [6, 'by hand']));
    expect(await head('src/other.ts')).toBe(text([6, 'SEVEN']));
    expect(await head('src/main.ts')).toBe(
      text([3, '<<<<<<< yours\nmine\n=======\ntheirs\n>>>>>>> template']),
    );
    expect(await head('src/own.ts')).toBe('own\n');
    expect(await head('src/added.ts')).toBe('added\n');
    expect(await head('src/gone.ts')).toBeUndefined();
    expect(await head(ANSWERS_PATH)).toContain('version: "2"');

    // nobody has settled it: it is still told; then it is not, and stays settled
    expect((await propose(NEW)).conflicts).toEqual(['src/main.ts']);
    await byHand('factory/_template', { 'src/main.ts': text([3, 'both']) });
    const settled = await propose(NEW);
    expect(settled.conflicts).toEqual([]);
    await merge(settled.pullRequest!.id);
    expect(await at('main', 'src/main.ts')).toBe(text([3, 'both']));
    expect((await propose(NEW)).pullRequest).toBeUndefined();
    expect(await forge.list('demo', {})).toHaveLength(3);
  });

  it('take for what was before what the service stands on, not what was never merged', async () => {
    const { propose, merge, at } = await setUp();
    await merge((await propose(OLD)).pullRequest!.id);
    await propose(NEW);
    const third = output('3', { 'README.md': text([0, 'One']) });
    const update = await propose(third);
    expect(update.conflicts).toEqual([]);
    expect(await at('factory/_template', 'README.md')).toBe(text([0, 'One']));
    expect(await at('factory/_template', 'src/added.ts')).toBeUndefined();
  });

  it('leave a file alone that was there before the template', async () => {
    const { propose, byHand, at } = await setUp();
    await byHand('main', { 'README.md': 'mine\n' });
    await propose(OLD);
    expect(await at('factory/_template', 'README.md')).toBe('mine\n');
    expect(await at('factory/_template', 'src/main.ts')).toBe(text());
  });

  it('are refused where nothing says what made them, and under names of our branches', async () => {
    const { forge, gitDir } = await setUp();
    const named = (service: string, files = OLD.files) =>
      proposeService(forge, ADA, service, { title: 'Orders', files });
    await expect(
      named('orders', [{ path: 'README.md', content: '' }]),
    ).rejects.toThrow('.factory/answers.yaml has to name template, version');
    await expect(
      named('orders', [{ path: ANSWERS_PATH, content: ': [' }]),
    ).rejects.toThrow('.factory/answers.yaml has to name');
    await expect(named('base')).rejects.toThrow('choose another name');
    expect(await git(['branch', '--list'], { gitDir })).toBe('* main\n');
  });
});
