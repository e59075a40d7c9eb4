import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, describe, it } from 'node:test';
import { loadAgent } from '../../src/agent.ts';
import { ROOT } from '../../src/paths.ts';

const ADDRESSES = Object.fromEntries(
  loadAgent().definition.tools.map(({ target }) => [
    target,
    'http://127.0.0.1:9',
  ]),
);

/** The service as the cluster starts and ends it. */
describe('the process', () => {
  const children: ChildProcess[] = [];
  after(() => {
    for (const child of children) child.kill('SIGKILL');
  });
  const start = (env: Record<string, string> = {}) => {
    const main = join(ROOT, 'test', 'support', 'main.ts');
    const child = spawn(process.execPath, [main], {
      env: {
        PORT: '0',
        ADMIN_PORT: '0',
        DRAIN_MS: '1000',
        AUTH_ISSUER: 'https://issuer.test/',
        AUTH_AUDIENCE: 'test',
        AUTH_JWKS_URL: 'https://issuer.test/keys',
        CONTROLLERS: JSON.stringify(ADDRESSES),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    assert.ok(child.stdout);
    const lines = createInterface({ input: child.stdout })[
      Symbol.asyncIterator
    ]();
    return { child, lines };
  };

  it('is ready, drains once it is to end, and ends in order', async () => {
    const { child, lines } = start();
    const ready = await lineSaying(lines, 'ready');
    const url = `http://127.0.0.1:${String(ready.adminPort)}`;
    const statusOf = async (path: string) =>
      (await fetch(`${url}${path}`, { headers: { connection: 'close' } }))
        .status;
    assert.equal(await statusOf('/readyz'), 200);
    assert.equal(await statusOf('/livez'), 200);
    assert.equal(await statusOf('/metrics'), 200);
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    await lineSaying(lines, 'stopping');
    assert.equal(await statusOf('/readyz'), 503);
    assert.equal(await statusOf('/livez'), 200);
    await lineSaying(lines, 'stopped');
    assert.deepEqual(await exit, [0, null]);
  });

  for (const [env, told] of [
    [{ AUTH_ISSUER: '' }, /AUTH_ISSUER/],
    ...(Object.keys(ADDRESSES).length
      ? [
          [
            { CONTROLLERS: '{}' },
            /CONTROLLERS: there is no address of/,
          ] as const,
        ]
      : []),
  ] as const) {
    it(`does not start so, and says why: ${JSON.stringify(env)}`, async () => {
      const { child } = start(env);
      let text = '';
      child.stderr?.on('data', chunk => {
        text += String(chunk);
      });
      const [code] = (await once(child, 'close')) as [number];
      assert.equal(code, 1);
      assert.match(text, told);
      assert.doesNotMatch(text, / at /);
    });
  }
});

async function lineSaying(
  lines: AsyncIterator<string>,
  message: string,
): Promise<Record<string, unknown>> {
  for (;;) {
    const { done, value } = await lines.next();
    if (done) throw new Error(`It ended without saying "${message}"`);
    const entry = JSON.parse(value) as Record<string, unknown>;
    if (entry.msg === message) return entry;
  }
}
