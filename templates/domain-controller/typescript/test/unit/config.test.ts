import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../src/config.ts';

const env = {
  DATABASE_URL: 'postgresql://localhost/test',
  AUTH_ISSUER: 'https://issuer.test/',
  AUTH_AUDIENCE: 'test',
  AUTH_JWKS_URL: 'https://issuer.test/keys',
};

describe('configuration', () => {
  it('has defaults', () => {
    assert.equal(readConfig(env).PORT, 8080);
  });

  it('names everything that is missing or wrong', () => {
    assert.throws(
      () => readConfig({ ...env, AUTH_AUDIENCE: '', DRAIN_MS: '-1' }),
      /AUTH_AUDIENCE: .*DRAIN_MS: /,
    );
  });
});
