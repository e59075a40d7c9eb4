import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { listen } from '../../src/api/server/listen.ts';
import { startServer } from '../support/temporal.ts';

const SRC = join(import.meta.dirname, '..', '..', 'src');

/** Worker and API as the cluster starts and ends them. */
describe('the processes', () => {
  let temporal: TestWorkflowEnvironment;
  const children: ChildProcess[] = [];
  before(async () => {
    temporal = await startServer();
  });
  after(async () => {
    for (const child of children) child.kill('SIGKILL');
    await temporal.teardown();
  });

  const start = (file: string, env: NodeJS.ProcessEnv) => {
    const child = spawn(process.execPath, [join(SRC, file)], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    return child;
  };
  const api = (env: NodeJS.ProcessEnv) =>
    start('api/main.ts', {
      PORT: '0',
      ADMIN_PORT: '0',
      DRAIN_MS: '1000',
      AUTH_ISSUER: 'https://issuer.test/',
      AUTH_AUDIENCE: 'test',
      AUTH_JWKS_URL: 'https://issuer.test/keys',
      ...env,
    });
  const statusOf = async (url: string) => (await fetch(url)).status;

  it('serves, drains once it is to end, and ends in order', async () => {
    const child = api({ TEMPORAL_ADDRESS: temporal.address });
    const { adminPort } = await lineSaying(child, 'ready');
    const admin = `http://127.0.0.1:${String(adminPort)}`;
    assert.equal(await statusOf(`${admin}/readyz`), 200);
    assert.equal(await statusOf(`${admin}/livez`), 200);
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    await lineSaying(child, 'stopping');
    assert.equal(await statusOf(`${admin}/readyz`), 503);
    assert.deepEqual(await exit, [0, null]);
  });

  it('is not ready without Temporal, and lives', async () => {
    const child = api({ TEMPORAL_ADDRESS: '127.0.0.1:1' });
    const { adminPort } = await lineSaying(child, 'ready');
    const admin = `http://127.0.0.1:${String(adminPort)}`;
    assert.equal(await statusOf(`${admin}/readyz`), 503);
    assert.equal(await statusOf(`${admin}/livez`), 200);
    child.kill('SIGKILL');
  });

  it('does not start without its configuration, and says what is missing', async () => {
    const child = api({ AUTH_AUDIENCE: '' });
    const [message, [code]] = await Promise.all([
      errorOf(child),
      once(child, 'exit'),
    ]);
    assert.equal(code, 1);
    assert.match(message, /AUTH_AUDIENCE/);
  });

  it('works, tells its health and what it measures, and ends in order', async () => {
    const [health, metricsPort] = [await freePort(), await freePort()];
    const child = start('worker.ts', {
      TEMPORAL_ADDRESS: temporal.address,
      HEALTH_PORT: String(health),
      METRICS_ADDRESS: `127.0.0.1:${metricsPort}`,
    });
    const ready = await lineSaying(child, 'Worker ready');
    assert.equal(ready.controller_type, 'process-controller');
    assert.equal(await statusOf(`http://127.0.0.1:${health}/readyz`), 200);
    assert.equal(await statusOf(`http://127.0.0.1:${health}/healthz`), 200);
    const metrics = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
    assert.match(await metrics.text(), /temporal_worker_task_slots_available/);
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    assert.deepEqual(await exit, [0, null]);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server, 0);
  await new Promise(resolve => server.close(resolve));
  return port;
}

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
