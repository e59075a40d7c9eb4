import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { mockServices } from '@backstage/backend-test-utils';
import { emptyDatabases, ENGINES } from '../__testUtils__/databases';
import { readFactoryConfig } from '../config';
import { createS3Storage } from '../objects/s3Storage';
import { createTemporalClient } from '../temporal/connection';
import { factoryProbes } from './probes';
import { runChecks } from './runChecks';

jest.setTimeout(60_000);

const NOBODY = '127.0.0.1:9';

describe.each(ENGINES)('what the factory needs, on %s', databaseId => {
  const databases = emptyDatabases();

  it('is looked at for real', async () => {
    const { database } = await databases.open(databaseId);
    const config = readFactoryConfig(
      mockServices.rootConfig({
        data: {
          app: { baseUrl: 'http://localhost' },
          transformation: {
            dataDir: mkdtempSync(`${tmpdir()}/ameide-checks-`),
            temporal: { address: NOBODY },
            snapshots: {
              s3: {
                bucket: 'factory',
                endpoint: `http://${NOBODY}`,
                accessKeyId: 'a',
                secretAccessKey: 'b',
              },
            },
          },
        },
      }),
    );
    const checks = await runChecks(
      factoryProbes({
        config,
        database,
        objects: createS3Storage(config.s3!),
        temporal: createTemporalClient(config.temporal),
        forge: 'none',
      }),
    );
    expect(checks).toEqual([
      { name: 'node', status: 'ok', detail: `Node ${process.version}` },
      {
        name: 'database',
        status: 'ok',
        detail: expect.stringMatching(
          databaseId === 'SQLITE_3'
            ? /^SQLite$/
            : /^PostgreSQL 18\S* as test_\w+, held by row-level security$/,
        ),
      },
      {
        name: 'temporal',
        status: 'failed',
        detail: expect.stringContaining(`cannot be reached at ${NOBODY}`),
        remedy: expect.stringContaining('transformation.temporal'),
      },
      {
        name: 'contents',
        status: 'failed',
        detail: expect.any(String),
        remedy: expect.stringContaining('transformation.snapshots.s3'),
      },
      {
        name: 'disk',
        status: 'ok',
        detail: expect.stringContaining(config.dataDir),
      },
      {
        name: 'forge',
        status: 'warning',
        detail: expect.stringContaining('there is none'),
        remedy: expect.stringContaining('transformation.forge'),
      },
    ]);
  });
});
