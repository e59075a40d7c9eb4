import { execFile } from 'node:child_process';
import { mkdir, statfs } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { FactoryConfig } from '../config';
import type { TransformationDatabase } from '../database/database';
import type { ObjectStorage } from '../objects/objectStorage';
import type { TemporalClient } from '../temporal/connection';
import type { Probe } from './runChecks';

const NODE_MAJORS = [22, 24];
const GIB = 1024 ** 3;

/** What the factory needs to work. That it answers at all says that its configuration can be read. */
export function factoryProbes(options: {
  config: FactoryConfig;
  database: TransformationDatabase;
  objects?: ObjectStorage;
  temporal: TemporalClient;
  /** What opens pull requests: the embedded one, that of a module, or none. */
  forge: 'local' | 'module' | 'none';
}): Probe[] {
  const { config, database, objects, temporal, forge } = options;
  return [
    {
      name: 'node',
      remedy: `Run the backend with Node ${NODE_MAJORS.join(' or ')}`,
      async look() {
        const [major] = process.versions.node.split('.').map(Number);
        if (NODE_MAJORS.includes(major)) return `Node ${process.version}`;
        return { warning: `Node ${process.version} is not tested` };
      },
    },
    {
      name: 'database',
      remedy:
        'Correct backend.database in app-config; the role has to be NOSUPERUSER NOBYPASSRLS',
      look: () => database.check(),
    },
    {
      name: 'temporal',
      remedy: 'Start it, or correct transformation.temporal in app-config',
      async look() {
        const { address, namespace } = config.temporal;
        const { connection } = await temporal();
        await connection.workflowService.describeNamespace({ namespace });
        return `${address}, namespace ${namespace}`;
      },
    },
    {
      name: 'contents',
      remedy:
        'Correct transformation.snapshots.s3 in app-config: endpoint, bucket, region and who may read and write there',
      async look() {
        if (!objects) return 'in the database';
        await objects.check();
        return `in the bucket ${config.s3?.bucket}`;
      },
    },
    {
      name: 'disk',
      remedy: `Make room at ${config.dataDir}, or name another folder by transformation.dataDir`,
      async look() {
        await mkdir(config.dataDir, { recursive: true });
        const { bavail, bsize } = await statfs(config.dataDir);
        const free = `${((bavail * bsize) / GIB).toFixed(1)} GiB free at ${
          config.dataDir
        }`;
        return bavail * bsize < GIB ? { warning: `only ${free}` } : free;
      },
    },
    {
      name: 'forge',
      remedy:
        'Install git so that it is on the PATH, and set transformation.forge: "local", or a module for your git host',
      async look() {
        const { stdout } = await promisify(execFile)('git', ['--version']);
        if (forge !== 'none') return `${forge}, ${stdout.trim()}`;
        return {
          warning: 'there is none, so that builds open no pull requests',
        };
      },
    },
  ];
}
