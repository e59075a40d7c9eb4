import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { Client, Connection } from '@temporalio/client';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { ROOT } from '../../factory/paths';
import type { Person } from '../../factory/person';
import { waitFor } from '../../factory/waitFor';
import type { TestFactory } from './context';
import { build, deployed, STARTER } from './drawing';
import { finishTask, startTask } from './task';

const TEMPLATE = join(ROOT, 'templates', 'process-controller');
const VALUES = {
  name: 'returns',
  title: 'Returns "and" refunds: ${{ 7 * 7 }}',
  description: 'Takes goods back',
  owner: 'group:demo/sales',
  system: 'system:demo/lead-to-order',
};

const dryRun = z.object({
  directoryContents: z.array(
    z.object({ path: z.string(), base64Content: z.string() }),
  ),
  log: z.array(
    z.object({
      body: z.object({
        message: z.string(),
        status: z.string().optional(),
        stepId: z.string().optional(),
      }),
    }),
  ),
});

/** The template, by the scaffolder's API. */
export function template(factory: () => TestFactory): void {
  const post = (person: Person, path: string, body: object) =>
    person.fetch(`/api/scaffolder/v2${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const run = (person: Person, values: object) =>
    post(person, '/tasks', {
      templateRef: 'template:default/process-controller',
      values,
    });

  describe('the template process-controller', () => {
    it('shows every file in a dry-run and writes nothing', async () => {
      const { ada } = factory().persons;
      const before = await everything(factory());
      const response = await post(ada, '/dry-run', {
        template: await templateEntity(ada),
        values: VALUES,
        directoryContents: templateFiles(),
      });
      assert.equal(response.status, 200, await response.clone().text());
      const { directoryContents, log } = dryRun.parse(await response.json());
      const paths = directoryContents.map(({ path }) => path);
      for (const path of [
        'catalog-info.yaml',
        'returns.bpmn',
        'package.json',
        'src/worker.ts',
        'src/activities.ts',
        'Dockerfile',
        'README.md',
        'proto/ameide/process/v1/process_service.proto',
        'chart/values.yaml',
        '.factory/answers.yaml',
        '.github/workflows/ci.yaml',
      ]) {
        assert.ok(
          paths.includes(path),
          `${path} is not among ${paths.join(', ')}`,
        );
      }
      const catalogInfo = directoryContents.find(
        ({ path }) => path === 'catalog-info.yaml',
      )!;
      const text = Buffer.from(catalogInfo.base64Content, 'base64').toString();
      assert.match(text, /title: 'Returns "and" refunds: \$\{\{ 7 \* 7 \}\}'/);
      const skipped = log.filter(({ body }) =>
        /skipping|dry-run/i.test(body.message),
      );
      assert.ok(
        skipped.length >= 3,
        JSON.stringify(log.map(({ body }) => body.message)),
      );
      assert.equal(await everything(factory()), before);
    });

    it('stores, builds, proposes and registers; after Merge the catalog has it within 10 s', async () => {
      const { ada, ben } = factory().persons;
      await finishTask(ada, await startTask(ada, 'process-controller', VALUES));
      const artifact = await ada.api.getArtifact('returns');
      assert.equal(artifact.title, VALUES.title);
      const { items } = await ada.api.listPullRequests({ artifact: 'returns' });
      assert.equal(items.length, 2);
      assert.equal((await entity(ada, 'component/demo/returns')).status, 404);
      for (const pullRequest of items)
        await ben.api.mergePullRequest(pullRequest.id);
      const merged = Date.now();
      await waitFor(
        'The entity in the catalog',
        async () =>
          (await entity(ada, 'component/demo/returns')).ok ? true : undefined,
        { seconds: 10 },
      );
      process.stdout.write(
        `# in the catalog ${((Date.now() - merged) / 1000).toFixed(
          1,
        )} s after Merge\n`,
      );
      // the worker as the template makes it, with nothing installed but what the factory has
      await deployed(ada, 'returns');
    });

    it('merges another output into the source, which is compiled anew', async () => {
      const { ada, ben } = factory().persons;
      const again = { ...VALUES, title: 'Returned goods' };
      await finishTask(ada, await startTask(ada, 'process-controller', again));
      const [update] = (
        await ada.api.listPullRequests({ artifact: 'returns' })
      ).items.filter(
        ({ repository, state }) =>
          repository === 'services/returns' && state === 'open',
      );
      const { diff, mergeable } = await ada.api.getPullRequest(update.id);
      assert.ok(mergeable);
      assert.match(diff, /^\+# Returned goods$/m);
      assert.doesNotMatch(diff, /\.gen\./);
      await ben.api.mergePullRequest(update.id);
    });

    it('leaves the drawing as it was drawn since then', async () => {
      const { ada } = factory().persons;
      const { sequence } = await ada.api.getArtifact('returns');
      const drawn = STARTER.replace('Review request', 'Look at the request');
      await ada.api.command('returns', {
        type: 'change',
        commandId: uuidv7(),
        expectedSequence: sequence,
        content: drawn,
      });
      await finishTask(ada, await startTask(ada, 'process-controller', VALUES));
      assert.equal((await ada.api.getContent('returns')).content, drawn);
    });

    it('proposes a worker that is written by hand, and lets no build come beside it', async () => {
      const { ada, ben } = factory().persons;
      const values = {
        ...VALUES,
        name: 'approvals',
        title: 'Approvals',
        language: 'go',
        starter: 'approval',
      };
      await finishTask(ada, await startTask(ada, 'process-controller', values));
      const { content } = await ada.api.getContent('approvals');
      assert.match(content, /id="Deadline_Approve"/);
      const proposed = (await ada.api.listPullRequests({})).items.filter(
        ({ title }) => title.startsWith('Approvals: '),
      );
      assert.equal(proposed.length, 2);
      for (const { id } of proposed) await ben.api.mergePullRequest(id);
      await waitFor(
        'The entity in the catalog',
        async () =>
          (await entity(ada, 'component/demo/approvals')).ok || undefined,
        { seconds: 10 },
      );
      const { status, steps } = await build(ada, 'approvals');
      assert.equal(status, 'failed');
      assert.match(
        JSON.stringify(steps),
        /services\/approvals is written by hand/,
      );
    });

    for (const [name, values] of Object.entries({
      'a path': { name: '../../etc/passwd' },
      'shell characters': { name: 'a; rm -rf /' },
      'a command substitution': { name: '$(id)' },
      'a line break in the title': { title: 'x\n  evil: true' },
      'an owner that is none': { owner: '../x' },
    })) {
      it(`refuses ${name} in a parameter`, async () => {
        const { ada } = factory().persons;
        const before = await everything(factory());
        const response = await run(ada, { ...VALUES, ...values });
        assert.equal(response.status, 400);
        const { errors } = z
          .object({ errors: z.array(z.object({ property: z.string() })) })
          .parse(await response.json());
        assert.deepEqual(
          errors.map(({ property }) => property),
          [`instance.${Object.keys(values)[0]}`],
        );
        assert.equal(await everything(factory()), before);
      });
    }

    it('is ended by the template decommission, its worker with it', async () => {
      const { ada, ben } = factory().persons;
      const runs = () => workersOf(factory(), 'returns');
      assert.equal((await runs()).length, 1);
      await finishTask(
        ada,
        await startTask(ada, 'decommission', {
          component: 'component:demo/returns',
        }),
      );
      const ending = (await ada.api.listPullRequests({})).items.filter(
        ({ title }) => title === 'Decommission returns',
      );
      assert.equal(ending.length, 2);
      for (const { id } of ending) await ben.api.mergePullRequest(id);
      await waitFor(
        'The end of the worker',
        async () => !(await runs()).length || undefined,
        { seconds: 30 },
      );
      const connection = await Connection.connect({
        address: `127.0.0.1:${factory().settings.temporalPort}`,
      });
      const { workflow } = new Client({ connection });
      const { status } = await workflow
        .getHandle('bpmn-deployment/returns')
        .describe();
      assert.equal(status.name, 'TERMINATED', 'nothing begins an instance');
      await connection.close();
    });

    it('is refused to a viewer', async () => {
      const response = await run(factory().persons.vera, {
        ...VALUES,
        name: 'forbidden',
      });
      assert.equal(response.status, 403);
    });
  });
}

const entity = (person: Person, path: string) =>
  person.fetch(`/api/catalog/entities/by-name/${path}`);

async function templateEntity(person: Person): Promise<unknown> {
  const response = await waitFor(
    'The template in the catalog',
    async () => {
      const found = await entity(person, 'template/default/process-controller');
      return found.ok ? found : undefined;
    },
    { seconds: 30 },
  );
  return response.json();
}

/** The processes that the local runner has started for an artifact, by the folders that they run in. */
async function workersOf(
  { settings }: TestFactory,
  artifactId: string,
): Promise<string[]> {
  const dir = join(settings.dataDir, 'runner', 'pids');
  const pids = await readdir(dir);
  const folders = await Promise.all(
    pids.map(pid => readFile(join(dir, pid), 'utf8').catch(() => '')),
  );
  return folders.filter(folder => folder.includes(`/demo/${artifactId}/`));
}

/** Store, forge and catalog, as a text to compare. */
async function everything({ persons }: TestFactory): Promise<string> {
  const { ada } = persons;
  const artifacts = await ada.api.listArtifacts({ pageSize: 200 });
  const proposed = await ada.api.listPullRequests({});
  const locations = await (await ada.fetch('/api/catalog/locations')).json();
  return JSON.stringify([artifacts.items, proposed.items, locations]);
}

function templateFiles() {
  return readdirSync(TEMPLATE, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => ({
      path: relative(TEMPLATE, file),
      base64Content: readFileSync(file).toString('base64'),
    }));
}
