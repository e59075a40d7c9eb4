import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { STARTER, store } from './drawing';
import type { TestFactory } from './context';

/** What happens while Temporal is away. Runs last: it does not bring it back. */
export function outage(factory: () => TestFactory): void {
  describe('an unreachable Temporal', () => {
    it('is told, and nothing is lost or left half done', async () => {
      const { ada } = factory().persons;
      await factory().stopTemporal();
      await store(ada, 'while-away', STARTER);
      await assert.rejects(ada.api.startBuild('while-away', {}), {
        status: 503,
        message:
          /Temporal cannot be reached at 127\.0\.0\.1:\d+; start it, or correct transformation\.temporal/,
      });
      assert.equal((await ada.api.getArtifact('while-away')).sequence, 1);
      await assert.rejects(ada.api.listInstances('while-away'), {
        status: 503,
      });
    });
  });
}
