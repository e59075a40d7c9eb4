import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts');

/** The service as the cluster starts and ends it. */
describe('the process', () => {
  let database: TestDatabase;
  const children: ChildProcess[] = [];
  before(async () => {
    database = await createDatabase();
  });
  after(async () => {
    for (const child of children) child.kill('SIGKILL');
    await database.drop();
  });

  const start = (env: NodeJS.ProcessEnv) => {
    const child = spawn(process.execPath, [MAIN], {
      env: {
        PORT: '0',
        ADMIN_PORT: '0',
        DRAIN_MS: '1000',
        AUTH_ISSUER: 'https://issuer.test/',
        AUTH_AUDIENCE: 'test',
        AUTH_JWKS_URL: 'https://issuer.test/keys',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    return child;
  };

  it('is ready, drains once it is to end, and ends in order', async () => {
    const child = start({ DATABASE_URL: database.application });
    const ready = await lineSaying(child, 'ready');
    const readiness = async () =>
      (await fetch(`http://127.0.0.1:${ready.adminPort}/readyz`)).status;
    assert.equal(await readiness(), 200);
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    await lineSaying(child, 'stopping');
    assert.equal(await readiness(), 503);
    assert.deepEqual(await exit, [0, null]);
  });

  it('does not start with a role that sees all tenants', async () => {
    const child = start({ DATABASE_URL: database.superuser });
    const [message, [code]] = await Promise.all([
      errorOf(child),
      once(child, 'exit'),
    ]);
    assert.equal(code, 1);
    assert.match(message, /passes by row-level security/);
  });

  it('does not start without its configuration, and says what is missing', async () => {
    const child = start({});
    const [message, [code]] = await Promise.all([
      errorOf(child),
      once(child, 'exit'),
    ]);
    assert.equal(code, 1);
    assert.match(message, /DATABASE_URL/);
  });
});

async function lineSaying(
  child: ChildProcess,
  message: string,
): Promise<Record<string, unknown>> {
  assert.ok(child.stdout);
  for await (const line of createInterface({ input: child.stdout })) {
    const entry = JSON.parse(line) as Record<string, unknown>;
    if (entry.msg === message) return entry;
  }
  throw new Error(`It ended without saying "${message}"`);
}

async function errorOf(child: ChildProcess): Promise<string> {
  let text = '';
  child.stderr?.on('data', chunk => {
    text += String(chunk);
  });
  await once(child, 'exit');
  return text;
}
