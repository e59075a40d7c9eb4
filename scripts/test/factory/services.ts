import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from '../../factory/paths';
import type { Person } from '../../factory/person';
import { waitFor } from '../../factory/waitFor';
import type { TestFactory } from './context';
import { STARTER, store } from './drawing';
import { connectMcp } from './mcp';
import { finishTask, startTask } from './task';

const TEMPLATE = 'domain-controller';
const VALUES: Record<string, unknown> = {
  ...parse(
    readFileSync(
      join(ROOT, 'scripts/verify-templates/inputs', TEMPLATE, 'plain.yaml'),
      'utf8',
    ),
  ),
  language: 'typescript',
};
/** The same, with two repositories. */
const APART = { ...VALUES, contract: 'repository' };

/** One of the service and one of the contract. */
const ENTITIES = ['component/demo/orders', 'api/demo/orders-orders-v1'];

const dryRun = z.object({
  files: z.array(z.object({ path: z.string(), content: z.string() })),
  leftOut: z.array(z.string()),
});

const proposal = z.object({
  proposals: z.array(
    z.object({
      templateRef: z.string(),
      values: z.record(z.string(), z.unknown()),
      missing: z.array(z.string()),
    }),
  ),
});

/** Services that a template makes, by those who make them. */
export function services(factory: () => TestFactory): void {
  describe('the template domain-controller', () => {
    it('is looked at by an agent who may run no template of its own', async () => {
      const { scout } = factory().persons;
      const mcp = await connectMcp(factory().url, scout);
      const look = (values: object) =>
        mcp.call('dry-run-stored-template', {
          templateRef: `template:default/${TEMPLATE}`,
          values,
        });
      const done = await look(VALUES);
      assert.ok(!done.isError, done.content[0].text);
      const { files, leftOut } = dryRun.parse(JSON.parse(done.content[0].text));
      const paths = files.map(({ path }) => path);
      for (const path of [
        'catalog-info.yaml',
        'Makefile',
        'proto/acme/orders/v1/order_service.proto',
        '.github/workflows/ci.yaml',
      ]) {
        assert.ok(paths.includes(path), paths.join(', '));
      }
      assert.ok(!paths.includes('.gitlab-ci.yml'));
      assert.deepEqual(leftOut, [
        'Open the pull request',
        'Register in the catalog',
      ]);
      const refused = await look({ ...VALUES, name: '../x' });
      assert.ok(refused.isError);
      assert.match(refused.content[0].text, /name does not match pattern/);
      await mcp.close();
    });

    it('is proposed for the tasks of a drawing that nothing does yet', async () => {
      const { ada, scout } = factory().persons;
      await store(ada, 'unbound', STARTER);
      const mcp = await connectMcp(factory().url, scout);
      const proposed = await mcp.call('propose-controllers', {
        artifact: 'unbound',
      });
      assert.ok(!proposed.isError, proposed.content[0].text);
      const { proposals } = proposal.parse(
        JSON.parse(proposed.content[0].text),
      );
      assert.ok(proposals.length);
      for (const { templateRef, values, missing } of proposals) {
        const filled = Object.fromEntries(
          missing.map(field => [field, VALUES[field]]),
        );
        const done = await mcp.call('dry-run-stored-template', {
          templateRef,
          values: { ...values, ...filled },
        });
        assert.ok(!done.isError, done.content[0].text);
      }
      await mcp.close();
    });

    it('proposes a service and its contract once; after Merge the catalog has both', async () => {
      const { ada, ben } = factory().persons;
      await finishTask(ada, await startTask(ada, TEMPLATE, APART));
      await finishTask(ada, await startTask(ada, TEMPLATE, APART));
      const proposed = async (name: string) => {
        const { items } = await ada.api.listPullRequests({});
        const [found, ...others] = items.filter(
          ({ repository }) => repository === `services/${name}`,
        );
        assert.deepEqual(others, []);
        return ada.api.getPullRequest(found.id);
      };
      const contract = await proposed('orders-protos');
      // nothing of it runs
      assert.equal(contract.companionId, undefined);
      assert.match(contract.diff, /sdk\/go\/client\.go/);
      assert.doesNotMatch(contract.diff, /chart\//);
      await ben.api.mergePullRequest(contract.id);
      const service = await proposed('orders');
      assert.equal(service.artifactId, undefined);
      assert.doesNotMatch(service.diff, /b\/(contract|sdk)\//);
      await ben.api.mergePullRequest(service.id);
      assert.ok(service.companionId);
      await ben.api.mergePullRequest(service.companionId);
      for (const entity of ENTITIES) {
        await waitFor(
          `${entity} in the catalog`,
          async () => (await isInCatalog(ada, entity)) || undefined,
          { seconds: 10 },
        );
      }
    });

    it('merges another output into what was changed by hand', async () => {
      const { ada } = factory().persons;
      await finishTask(
        ada,
        await startTask(ada, TEMPLATE, { ...APART, title: 'All orders' }),
      );
      const [update] = (await ada.api.listPullRequests({})).items.filter(
        ({ repository, state }) =>
          repository === 'services/orders' && state === 'open',
      );
      const { diff, mergeable } = await ada.api.getPullRequest(update.id);
      assert.ok(mergeable);
      assert.match(diff, /^\+# All orders$/m);
      assert.doesNotMatch(diff, /package-lock\.json/);
    });

    it('is decommissioned by a template; after Merge the catalog has it no more', async () => {
      const { ada, ben } = factory().persons;
      await finishTask(
        ada,
        await startTask(ada, 'decommission', {
          component: 'component:demo/orders',
        }),
      );
      const ending = (await ada.api.listPullRequests({})).items.filter(
        ({ title }) => title === 'Decommission orders',
      );
      assert.equal(ending.length, 3);
      for (const { id } of ending) await ben.api.mergePullRequest(id);
      for (const entity of ENTITIES) {
        await waitFor(
          `${entity} to leave the catalog`,
          async () => !(await isInCatalog(ada, entity)) || undefined,
          // the catalog looks for orphans every half minute
          { seconds: 75 },
        );
      }
    });
  });
}

async function isInCatalog(person: Person, entity: string): Promise<boolean> {
  const { ok } = await person.fetch(`/api/catalog/entities/by-name/${entity}`);
  return ok;
}
