import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startAdmin } from '../../src/server/admin.ts';
import { startTelemetry } from '../../src/telemetry/telemetry.ts';

describe('health', () => {
  let ready = true;
  let admin: Awaited<ReturnType<typeof startAdmin>>;
  const telemetry = startTelemetry({});
  before(async () => {
    admin = await startAdmin(0, {
      metrics: telemetry.metrics,
      isReady: async () => {
        if (!ready) throw new Error('no database');
      },
    });
  });
  after(async () => {
    await admin.stop();
    await telemetry.stop();
  });
  const get = (path: string) => fetch(`http://127.0.0.1:${admin.port}${path}`);

  it('tells whether it lives, is ready, and what it measures', async () => {
    assert.equal((await get('/livez')).status, 200);
    assert.equal((await get('/readyz')).status, 200);
    assert.match(await (await get('/metrics')).text(), /target_info/);
    assert.equal((await get('/')).status, 404);
  });

  it('is not ready without its database, and lives', async () => {
    ready = false;
    assert.equal((await get('/readyz')).status, 503);
    assert.equal((await get('/livez')).status, 200);
    ready = true;
  });

  it('is not ready once it is to end', async () => {
    admin.drain();
    assert.equal((await get('/readyz')).status, 503);
    assert.equal((await get('/livez')).status, 200);
  });
});
