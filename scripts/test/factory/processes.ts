import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { InstanceDetail } from '../../../plugins/transformation-common/src';
import { waitFor } from '../../factory/waitFor';
import {
  ensureExample,
  exampleDeployed,
  startExampleInstances,
} from '../../start/example';
import type { TestFactory } from './context';

const ID = 'lead-to-order';
const LARGE = { company: 'Globex', contact: 'hank@globex.example', seats: 600 };

/** The example, from its drawing to instances in every state. */
export function processes(factory: () => TestFactory): void {
  const api = () => factory().persons.ada.api;
  const instance = (key: string) => api().getInstance(`demo:${ID}:${key}`);
  const until = (
    key: string,
    what: string,
    holds: (found: InstanceDetail) => unknown,
  ) =>
    waitFor(
      what,
      async () => {
        const found = await instance(key);
        return holds(found) ? found : undefined;
      },
      { seconds: 40 },
    );

  describe('the example lead-to-order', () => {
    it('is stored, built, merged and rolled out', async () => {
      const { ada, ben } = factory().persons;
      assert.equal(await ensureExample(ada, ben), true);
      await exampleDeployed(ada);
      // and once more changes nothing
      assert.equal(await ensureExample(ada, ben), false);
      const { items } = await api().listPullRequests({ artifact: ID });
      assert.deepEqual(
        items.map(({ state, mergedBy }) => [state, mergedBy]),
        [
          ['merged', 'user:demo/ben'],
          ['merged', 'user:demo/ben'],
        ],
      );
    });

    it('has instances in every state to look at', async () => {
      const { ada, ben } = factory().persons;
      await startExampleInstances(ada, ben);
      const waiting = await instance('waiting-for-approval');
      assert.deepEqual(
        waiting.state?.tokens.map(({ elementId }) => elementId),
        ['Task_Approve'],
      );
      const escalated = await until(
        'escalated',
        'The escalation',
        ({ status }) => status === 'completed',
      );
      assert.equal(escalated.state?.ended, 'End_Escalated');
      const rejected = await until(
        'rejected',
        'The rejection',
        ({ status }) => status === 'completed',
      );
      assert.equal(rejected.state?.ended, 'End_Rejected');
      const signature = await instance('waiting-for-signature');
      assert.deepEqual(
        signature.state?.subscriptions.map(({ messageName }) => messageName),
        ['contract signed'],
      );
      const won = await until(
        'won',
        'The order',
        ({ status }) => status === 'completed',
      );
      assert.equal(won.state?.ended, 'End_Won');
      assert.equal(won.result?.signedBy, 'bill@initech.example');
      const failing = await until(
        'failing',
        'The failing job',
        ({ failingJobs, state }) =>
          failingJobs.length || state?.incidents.length,
      );
      const places = [
        ...failing.failingJobs,
        ...(failing.state?.incidents ?? []),
      ];
      assert.deepEqual(
        [...new Set(places.map(({ elementId }) => elementId))],
        ['Task_Quote'],
      );
    });

    it('is counted, deployed and told of in the feed', async () => {
      const { ada } = factory().persons;
      const { byStatus, asOf } = await ada.api.statistics(ID);
      const { items } = await ada.api.listInstances(ID);
      const counted = Object.values(byStatus).reduce((sum, n) => sum + n, 0);
      assert.equal(counted, items.length);
      assert.ok(byStatus.running! >= 2 && byStatus.completed! >= 3);
      assert.ok(Date.now() - Date.parse(asOf) < 60_000);
      const [deployment] = (await ada.api.listDeployments(ID)).items;
      assert.equal(deployment.status, 'deployed');
      const [build] = (await ada.api.listBuilds(ID)).items;
      assert.equal(deployment.buildId, build.id);
      const told = (await ada.api.listChanges(0, { pageSize: 1000 })).items;
      const types = told
        .filter(({ artifact }) => artifact.endsWith(`/${ID}`))
        .map(({ type }) => type);
      const news = [
        'BuildRequested',
        'BuildSucceeded',
        'DeploymentCreated',
        'DeploymentSucceeded',
      ] as const;
      const places = news.map(type => types.indexOf(type));
      assert.ok(
        places.every(place => place >= 0),
        types.join(),
      );
      assert.deepEqual(
        places,
        [...places].sort((a, b) => a - b),
      );
    });

    it('takes the decision once, and says so', async () => {
      const { ben } = factory().persons;
      const id = `demo:${ID}:waiting-for-approval`;
      const key = (await instance('waiting-for-approval')).state!.userTasks[0]
        .key;
      await ben.api.completeUserTask(id, key, { approved: true });
      await assert.rejects(
        ben.api.completeUserTask(id, key, { approved: false }),
        /complete|no .*task|not open/i,
      );
      const after = await until(
        'waiting-for-approval',
        'The next wait',
        ({ state }) => state?.subscriptions.length,
      );
      assert.equal(after.state?.variables.approved, true);
    });

    it('shows nothing to another tenant, and changes nothing for a viewer', async () => {
      const { olga, vera } = factory().persons;
      const id = `demo:${ID}:waiting-for-signature`;
      for (const attempt of [
        () => olga.api.getInstance(id),
        () => olga.api.listInstances(ID),
        () => olga.api.startInstance(ID, {}),
        () => olga.api.completeUserTask(id, 'x', {}),
        () => olga.api.publishMessage(id, { name: 'contract signed' }),
        () => olga.api.cancelInstance(id),
      ]) {
        await assert.rejects(attempt, (error: { status: number }) =>
          [403, 404].includes(error.status),
        );
      }
      // a workflow of the factory is no instance, not even of the own tenant
      await assert.rejects(api().getInstance(`demo/${ID}/build`), {
        status: 404,
      });
      await assert.rejects(vera.api.startInstance(ID, {}), { status: 403 });
      assert.ok((await vera.api.listInstances(ID)).items.length >= 6);
    });

    it('refuses a second instance with the same business key', async () => {
      await assert.rejects(
        api().startInstance(ID, {
          businessKey: 'waiting-for-signature',
          variables: {},
        }),
        /businessKey: an instance with the key waiting-for-signature is running/,
      );
    });

    it('finishes an instance whose worker was killed in the middle', async () => {
      const { ben } = factory().persons;
      await api().startInstance(ID, {
        businessKey: 'killed',
        variables: { lead: LARGE },
      });
      const open = await until(
        'killed',
        'The approval',
        ({ state }) => state?.userTasks.length,
      );
      const pids = workerPids(factory());
      assert.ok(pids.length > 0);
      for (const pid of pids) process.kill(pid, 'SIGKILL');
      const decided = waitFor(
        'The decision',
        () =>
          ben.api.completeUserTask(open.id, open.state!.userTasks[0].key, {
            approved: true,
          }),
        { seconds: 60, everyMs: 500 },
      );
      await decided;
      const awaiting = await until(
        'killed',
        'The subscription',
        ({ state }) => state?.subscriptions.length,
      );
      const { messageName: name, correlationKey } =
        awaiting.state!.subscriptions[0];
      await ben.api.publishMessage(open.id, {
        name,
        correlationKey,
        variables: { signedBy: 'x' },
      });
      const ended = await until(
        'killed',
        'The end',
        ({ status }) => status === 'completed',
      );
      assert.equal(ended.state?.ended, 'End_Won');
    });
  });
}

/** Processes of the local runner. */
function workerPids({ settings }: TestFactory): number[] {
  const dir = join(settings.dataDir, 'runner', 'pids');
  return readdirSync(dir)
    .map(Number)
    .filter(
      pid => execFileSync('ps', ['-o', 'pid=', '-p', String(pid)]).length > 0,
    );
}
