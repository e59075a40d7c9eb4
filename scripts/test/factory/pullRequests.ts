import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { waitFor } from '../../factory/waitFor';
import { build, buildEnded, STARTER, store } from './drawing';
import type { TestFactory } from './context';

/** Builds and their pull requests. */
export function pullRequests(factory: () => TestFactory): void {
  const open = async (artifact: string) =>
    (
      await factory().persons.ada.api.listPullRequests({
        artifact,
        state: 'open',
      })
    ).items;

  describe('pull requests', () => {
    it('change nothing for the same revision and are updated for a new one', async () => {
      const { ada } = factory().persons;
      await store(ada, 'rebuilt', STARTER);
      await build(ada, 'rebuilt');
      const first = await open('rebuilt');
      assert.deepEqual(first.map(({ repository }) => repository).sort(), [
        'gitops',
        'services/rebuilt',
      ]);
      assert.deepEqual(
        first.map(({ companionId }) => companionId).sort(),
        first.map(({ id }) => id).sort(),
      );
      for (const { id, companionId } of first) assert.notEqual(id, companionId);

      await build(ada, 'rebuilt');
      assert.deepEqual(await open('rebuilt'), first);

      const { sequence } = await ada.api.getArtifact('rebuilt');
      await ada.api.command('rebuilt', {
        type: 'change',
        commandId: uuidv7(),
        expectedSequence: sequence,
        content: STARTER.replace('Fulfil request', 'Fulfil the request'),
      });
      await build(ada, 'rebuilt');
      const updated = await open('rebuilt');
      assert.deepEqual(
        updated.map(({ id }) => id).sort(),
        first.map(({ id }) => id).sort(),
      );
      for (const { revision } of updated) assert.equal(revision, 2);
    });

    it('show a diff, and are merged by an approver alone', async () => {
      const { ada, ben, olga } = factory().persons;
      const [{ id }] = await open('rebuilt');
      const detail = await ada.api.getPullRequest(id);
      assert.match(detail.diff, /^diff --git /);
      await assert.rejects(ada.api.mergePullRequest(id), { status: 403 });
      await assert.rejects(olga.api.getPullRequest(id), { status: 404 });
      await assert.rejects(
        olga.api.mergePullRequest(id),
        /404|403|lacks|no pull request/,
      );
      assert.equal((await ben.api.mergePullRequest(id)).state, 'merged');
    });

    it('are exactly one in each repository, though the backend was killed between push and pull request', async () => {
      const { ada } = factory().persons;
      await store(ada, 'killed', STARTER);
      const { id } = await ada.api.startBuild('killed', {});
      const branch = join(
        factory().settings.dataDir,
        'forge',
        'demo',
        'services',
        'killed.git',
        'refs',
        'heads',
        'factory',
        'killed',
      );
      while (!existsSync(branch)) await sleep(1);
      factory().killBackend();
      await factory().restartBackend();
      const signedIn = await waitFor('The backend', () => open('killed'), {
        seconds: 60,
      });
      process.stdout.write(
        `# killed with ${signedIn.length} of 2 pull requests open\n`,
      );
      const done = await buildEnded(ada.api, id);
      assert.equal(done.status, 'succeeded');
      const all = (await ada.api.listPullRequests({ artifact: 'killed' }))
        .items;
      assert.deepEqual(
        all.map(({ repository, state }) => `${repository} ${state}`).sort(),
        ['gitops open', 'services/killed open'],
      );
    });
  });
}
