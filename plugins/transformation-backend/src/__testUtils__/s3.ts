import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import type { S3Config } from '../objects/s3Storage';

/** Runs tests that need a real S3 server; skips them where `npm test` could get none. */
export const describeWithS3 = process.env.VERSITYGW_PATH
  ? describe
  : describe.skip;

/** An S3 server with an empty bucket. */
export interface TestS3 {
  config: S3Config;
  client: S3Client;
}

/** To be called in a `describe`: the server of VERSITYGW_PATH, over a folder, for the tests in it. */
export function s3Server(): () => TestS3 {
  let running: TestS3 | undefined;
  let stop = () => {};
  beforeAll(async () => {
    const dir = mkdtempSync(join(tmpdir(), 'ameide-s3-'));
    const port = await freePort();
    const credentials = {
      accessKeyId: 'test-access-key',
      secretAccessKey: 'test-secret-access-key',
    };
    const server = spawn(
      process.env.VERSITYGW_PATH!,
      ['--quiet', '--port', `127.0.0.1:${port}`, 'posix', dir],
      {
        stdio: 'ignore',
        env: {
          ROOT_ACCESS_KEY_ID: credentials.accessKeyId,
          ROOT_SECRET_ACCESS_KEY: credentials.secretAccessKey,
        },
      },
    );
    stop = () => {
      server.kill();
      rmSync(dir, { recursive: true, force: true });
    };
    const config: S3Config = {
      bucket: 'factory',
      region: 'us-east-1',
      endpoint: `http://127.0.0.1:${port}`,
      forcePathStyle: true,
      credentials,
    };
    const client = new S3Client(config);
    await ready(() =>
      client.send(new CreateBucketCommand({ Bucket: config.bucket })),
    );
    running = { config, client };
  }, 60_000);
  afterAll(() => stop());
  return () => running!;
}

async function ready(attempt: () => Promise<unknown>): Promise<void> {
  for (let left = 100; ; left--) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (left === 0) throw error;
      await sleep(100);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
