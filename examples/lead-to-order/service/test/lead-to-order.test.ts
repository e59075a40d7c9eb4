// The ways through the process, on the time-skipping test server.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import * as activities from '../src/activities.ts';
import { startLeadToOrder } from '../src/client.gen.ts';
import { byJobType } from '../src/jobs.gen.ts';
import type { LeadToOrderVariables } from '../src/jobs.gen.ts';
import type { ProcessState } from '../src/runtime/state.gen.ts';
import { createEnvironment, createWorker } from './drive.gen.ts';

let env: TestWorkflowEnvironment;
before(async () => {
  env = await createEnvironment();
});
after(() => env.teardown());

type Instance = Awaited<ReturnType<typeof startLeadToOrder>>;

test('ways through the process', async t => {
  const worker = await createWorker(
    env,
    'lead-to-order',
    byJobType(activities),
  );
  await worker.runUntil(async () => {
    await t.test('a small deal needs no approval', async () => {
      const instance = await start('small', {
        lead: { company: 'Acme', seats: 10 },
      });
      const quoteId = await keyOfSignature(instance);
      await instance.send({
        name: 'contract signed',
        correlationKey: quoteId,
        variables: { signedBy: 'Ann' },
      });
      const variables = (await instance.result()) as LeadToOrderVariables;
      assert.equal(variables.signedBy, 'Ann');
      assert.equal((await instance.state()).ended, 'End_Won');
    });

    await t.test('a large deal is approved', async () => {
      const instance = await start('approved', {
        lead: { company: 'Acme', seats: 100 },
      });
      await decide(instance, true);
      const quoteId = await keyOfSignature(instance);
      await instance.send({ name: 'contract signed', correlationKey: quoteId });
      await instance.result();
      assert.equal((await instance.state()).ended, 'End_Won');
    });

    await t.test('a large deal is rejected', async () => {
      const instance = await start('rejected', {
        lead: { company: 'Acme', seats: 100 },
      });
      await decide(instance, false);
      await instance.result();
      assert.equal((await instance.state()).ended, 'End_Rejected');
    });

    await t.test(
      'an approval that is late is escalated after a day',
      async () => {
        const instance = await start('late', {
          lead: { company: 'Acme', seats: 100 },
        });
        await env.sleep('25 hours');
        await instance.result();
        assert.equal((await instance.state()).ended, 'End_Escalated');
      },
    );

    await t.test(
      'a quote that can not be made is an incident, and can be tried again',
      async () => {
        const instance = await start('incident', {
          lead: { company: 'Unreachable Ltd', seats: 10 },
        });
        const { incidents } = await until(
          instance,
          state => state.incidents.length > 0,
        );
        assert.equal(incidents[0]?.elementId, 'Task_Quote');
        assert.match(incidents[0]?.message ?? '', /does not answer/);
        await instance.resolveIncident({
          key: 'Task_Quote',
          variables: { lead: { company: 'Reachable Ltd', seats: 10 } },
        });
        await keyOfSignature(instance);
      },
    );
  });
});

function start(
  workflowId: string,
  variables: LeadToOrderVariables,
): Promise<Instance> {
  return startLeadToOrder(env.client, workflowId, variables);
}

async function decide(instance: Instance, approved: boolean): Promise<void> {
  await until(instance, state => state.userTasks.length > 0);
  await instance.completeUserTask({
    key: 'Task_Approve',
    variables: { approved },
    by: 'user:demo/ann',
  });
}

async function keyOfSignature(instance: Instance): Promise<string> {
  const { subscriptions } = await until(
    instance,
    state => state.subscriptions.length > 0,
  );
  return subscriptions[0]?.correlationKey ?? '';
}

async function until(
  instance: Instance,
  holds: (state: ProcessState) => boolean,
): Promise<ProcessState> {
  for (let turn = 0; turn < 200; turn += 1) {
    const state = await instance.state();
    if (holds(state)) return state;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error('It does not come to that');
}
