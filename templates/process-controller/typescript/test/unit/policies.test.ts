import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { policiesFile, readPolicies } from '../../scripts/readPolicies.ts';
import { jobElements } from '../../src/deployment.gen.ts';
import { policies } from '../../src/policies.ts';

const usual = { startToCloseTimeout: '1 minute' };

describe('policies', () => {
  it('are there for every job of the drawing, with its attempts', () => {
    assert.deepEqual(Object.keys(policies), Object.keys(jobElements));
    for (const policy of Object.values<
      (typeof policies)[keyof typeof policies]
    >(policies)) {
      assert.ok(policy.startToCloseTimeout ?? policy.scheduleToCloseTimeout);
      assert.ok(Number(policy.retry?.maximumAttempts) > 0);
    }
  });

  it('become a source', () => {
    const jobs = { 'charge-card': { retry: { maximumAttempts: 1 } } };
    const source = policiesFile(readPolicies({ usual, jobs }));
    assert.match(source, /"startToCloseTimeout": "1 minute"/);
    assert.match(source, /"charge-card"/);
  });

  it('are refused where they are wrong, with the place', () => {
    for (const [value, problem] of [
      [{ usual: {} }, /usual: needs startToCloseTimeout/],
      [
        { usual: { startToCloseTimeout: 'soon' } },
        /usual.startToCloseTimeout: .*30 seconds/,
      ],
      [{ usual, jobs: { x: { retries: 3 } } }, /jobs.x: .*retries/],
      [
        { usual, jobs: { x: { retry: { maximumAttempts: 0 } } } },
        /jobs.x.retry.maximumAttempts/,
      ],
      [undefined, /policies.yaml/],
    ] as const) {
      assert.throws(() => readPolicies(value), problem);
    }
  });
});
