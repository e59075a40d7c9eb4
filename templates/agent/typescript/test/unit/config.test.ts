import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../src/config.ts';
import { createModel } from '../../src/model.ts';
import { scripted } from '../../src/sandbox/scriptedModel.ts';
import { makeGraph } from '../../src/studio.ts';

const ENV = {
  AUTH_ISSUER: 'https://issuer.test',
  AUTH_AUDIENCE: 'test',
  AUTH_JWKS_URL: 'https://issuer.test/keys',
};

describe('the configuration', () => {
  it('has defaults, and keeps the issuer letter by letter', () => {
    const config = readConfig(ENV);
    assert.equal(config.PORT, 8080);
    assert.equal(config.AUTH_ISSUER, 'https://issuer.test');
  });

  it('takes addresses as JSON', () => {
    const CONTROLLERS = '{"component:demo/orders": "http://orders:8080"}';
    assert.deepEqual(readConfig({ ...ENV, CONTROLLERS }).CONTROLLERS, {
      'component:demo/orders': 'http://orders:8080',
    });
    assert.throws(
      () => readConfig({ ...ENV, CONTROLLERS: 'component:demo/orders' }),
      /CONTROLLERS: has to be a JSON object/,
    );
  });

  for (const MODEL of ['claude', 'a b:c', 'openai:']) {
    it(`refuses a model without a provider or a name: ${MODEL}`, () => {
      assert.throws(() => readConfig({ ...ENV, MODEL }), /MODEL/);
    });
  }

  it('names everything that is missing or wrong', () => {
    assert.throws(
      () =>
        readConfig({
          ...ENV,
          AUTH_ISSUER: 'x',
          AUTH_AUDIENCE: '',
          DRAIN_MS: '-1',
        }),
      /AUTH_ISSUER: .*AUTH_AUDIENCE: .*DRAIN_MS: /,
    );
  });
});

describe('the model', () => {
  for (const configured of ['', 'nobody:else']) {
    it(`that cannot be had names the variable: ${configured}`, async () => {
      await assert.rejects(
        createModel({ provider: 'nobody', name: 'x' }, configured),
        /^StartError: MODEL: /,
      );
    });
  }

  for (const [provider, variable] of [
    ['anthropic', 'ANTHROPIC_API_KEY'],
    ['openai', 'OPENAI_API_KEY'],
    ['google_genai', 'GOOGLE_API_KEY'],
  ] as const) {
    it(`of ${provider} is there with its key, and says so without`, async () => {
      process.env[variable] = '';
      await assert.rejects(
        createModel({ provider, name: 'x' }),
        /_API_KEY has to be set/,
      );
      process.env[variable] = 'x';
      assert.ok(await createModel({ provider, name: 'x' }));
      process.env[variable] = '';
    });
  }

  it('of LangGraph has the nodes of this agent', async () => {
    const graph = await makeGraph(async () => scripted([]));
    assert.ok('__start__' in graph.nodes);
  });
});
