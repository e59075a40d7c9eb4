import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import knexFactory from 'knex';
import { openDatabase } from '../../../plugins/transformation-backend/src/database/database';
import { createLocalForge } from '../../../plugins/transformation-backend/src/forge/local/localForge';
import { pushTree } from '../../../plugins/transformation-backend/src/git/push';
import {
  listFiles,
  readFile,
} from '../../../plugins/transformation-backend/src/git/repository';
import { proposeService } from '../../../plugins/transformation-backend/src/services/propose';
import type { File } from '../scaffolder';

const SERVICE = 'service';

/** A service of a tenant in the factory's own forge, in a folder. */
export async function startService(dir: string, tenant: string) {
  const author = { tenant, userEntityRef: `user:${tenant}/ada` };
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  const forge = createLocalForge({
    forgeDir: join(dir, 'forge'),
    appBaseUrl: 'http://localhost',
    database: await openDatabase(mockServices.database({ knex })),
  });
  const remote = await forge.remote(tenant, `services/${SERVICE}`);
  const textsOf = (files: File[]) =>
    files.map(({ path, content }) => ({ path, content: content.toString() }));
  return {
    propose: (files: File[]) =>
      proposeService(forge, author, SERVICE, {
        title: 'A service',
        files: textsOf(files),
      }),
    merge: (id: string) => forge.merge(tenant, id, author.userEntityRef),
    /** A commit on the main branch. */
    commit: (files: File[]) =>
      pushTree(remote, {
        baseBranch: 'main',
        headBranch: 'main',
        message: 'By hand',
        signature: {
          name: 'Engineer',
          email: 'engineer@localhost',
          at: new Date(),
        },
        parentOf: ({ head }) => head,
        change: async () => ({ write: textsOf(files), remove: [] }),
      }),
    /** All files of a branch. */
    async read(branch: string): Promise<Map<string, string | undefined>> {
      const paths = await listFiles(remote.url, branch);
      const texts = await Promise.all(
        paths.map(path => readFile(remote.url, branch, path)),
      );
      return new Map(paths.map((path, i) => [path, texts[i]]));
    },
    stop: () => knex.destroy(),
  };
}
