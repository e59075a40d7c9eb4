import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { ROOT } from '../factory/paths';
import type { Person } from '../factory/person';
import { Problem } from '../factory/problem';
import { waitFor } from '../factory/waitFor';

const ID = 'lead-to-order';
const DIR = join(ROOT, 'examples', ID);

/** Stores, builds and merges the example, as its architect and its approver would. */
export async function ensureExample(
  ada: Person,
  ben: Person,
): Promise<boolean> {
  const known = await ada.api.listArtifacts({ search: ID });
  if (!known.items.some(({ id }) => id === ID)) {
    await ada.api.createArtifact({
      commandId: uuidv7(),
      id: ID,
      title: 'Lead to order',
      owner: 'group:demo/sales',
      content: readFileSync(join(DIR, `${ID}.bpmn`), 'utf8'),
    });
  }
  const deployed = await ada.api.listDeployments(ID);
  if (deployed.items.length) return false;
  const started = await ada.api.startBuild(ID, {
    files: filesBelow(join(DIR, 'service')),
  });
  const build = await waitFor(
    'The build of the example',
    async () => {
      const found = await ada.api.getBuild(started.id);
      return found.status === 'running' ? undefined : found;
    },
    { seconds: 120 },
  );
  if (build.status !== 'succeeded') {
    const reasons = [
      ...build.diagnostics.map(({ message }) => message),
      ...build.steps.map(({ message }) => message ?? ''),
    ].filter(Boolean);
    throw new Problem(`The example could not be built: ${reasons.join('; ')}`);
  }
  for (const { id } of build.pullRequests) await ben.api.mergePullRequest(id);
  return true;
}

/** Waits until the worker of the example polls. */
export async function exampleDeployed(ada: Person): Promise<void> {
  await waitFor(
    'The roll-out of the example',
    async () => {
      const { items } = await ada.api.listDeployments(ID);
      if (items[0]?.status === 'failed') {
        throw new Problem(`The example's worker failed: ${items[0].message}`);
      }
      return items[0]?.status === 'deployed' || undefined;
    },
    { seconds: 120 },
  );
}

/** One instance of each sort, to look at. */
export async function startExampleInstances(
  ada: Person,
  ben: Person,
): Promise<void> {
  const start = (businessKey: string, variables: Record<string, unknown>) =>
    ada.api.startInstance(ID, { businessKey, variables });
  const large = {
    company: 'Globex',
    contact: 'hank@globex.example',
    seats: 600,
  };
  const small = {
    company: 'Initech',
    contact: 'bill@initech.example',
    seats: 40,
  };

  await start('waiting-for-approval', { lead: large });
  const escalated = await start('escalated', {
    lead: large,
    approvalDeadline: 'PT1S',
  });
  const rejected = await start('rejected', { lead: large });
  await start('waiting-for-signature', { lead: small });
  const won = await start('won', { lead: small });
  await start('failing', { lead: { ...small, company: 'Unreachable Ltd' } });

  await decide(ben, rejected.id, {
    approved: false,
    reason: 'The margin is too small',
  });
  await sign(ben, won.id);
  await waitFor(
    'The escalation',
    async () => {
      const { state } = await ada.api.getInstance(escalated.id);
      return state?.path.some(id => /escalat/i.test(id)) || undefined;
    },
    { seconds: 30 },
  );
}

async function decide(
  person: Person,
  id: string,
  variables: Record<string, unknown>,
) {
  const key = await waitFor(
    'The user task',
    async () => (await person.api.getInstance(id)).state?.userTasks[0]?.key,
    { seconds: 30 },
  );
  await person.api.completeUserTask(id, key, variables);
}

async function sign(person: Person, id: string) {
  const subscription = await waitFor(
    'The subscription',
    async () => (await person.api.getInstance(id)).state?.subscriptions[0],
    { seconds: 30 },
  );
  await person.api.publishMessage(id, {
    name: subscription.messageName,
    correlationKey: subscription.correlationKey,
    variables: { signedBy: 'bill@initech.example' },
  });
  await sleep(100);
}

function filesBelow(dir: string) {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => ({
      path: relative(dir, file),
      content: readFileSync(file, 'utf8'),
    }));
}
