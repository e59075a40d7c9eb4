import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../src/api/config.ts';

const env = {
  AUTH_ISSUER: 'https://issuer.test/',
  AUTH_AUDIENCE: 'test',
  AUTH_JWKS_URL: 'https://issuer.test/keys',
};

describe('configuration', () => {
  it('has defaults', () => {
    const config = readConfig(env);
    assert.equal(config.PORT, 8080);
    assert.equal(config.TEMPORAL_ADDRESS, 'localhost:7233');
  });

  it('names everything that is missing or wrong', () => {
    assert.throws(
      () => readConfig({ ...env, AUTH_AUDIENCE: '', DRAIN_MS: '-1' }),
      /AUTH_AUDIENCE: .*DRAIN_MS: /,
    );
  });
});
