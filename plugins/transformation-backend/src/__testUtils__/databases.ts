import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import {
  openDatabase,
  type TransformationDatabase,
} from '../database/database';
import type { ObjectStorage } from '../objects/objectStorage';

/** The engines that everything of the store is tested on. */
export const ENGINES = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
}).eachSupportedId();

/** Empty databases for the tests of one `describe`. */
export interface EmptyDatabases {
  /** On PostgreSQL as a role that is neither a superuser nor passes by row-level security, as in production. */
  connect(databaseId: TestDatabaseId): Promise<Knex>;
  /** On PostgreSQL, as a role with other rights. */
  connectAs(attributes: string): Promise<Knex>;
  /** Migrated and opened, as a plain role. */
  open(
    databaseId: TestDatabaseId,
    objects?: ObjectStorage,
  ): Promise<{ knex: Knex; database: TransformationDatabase }>;
}

/** To be called in a `describe`: what was connected is closed after it. */
export function emptyDatabases(): EmptyDatabases {
  const connections: Knex[] = [];
  // before the databases are dropped, which waits 5 s for each that is connected to
  afterAll(() => Promise.all(connections.map(knex => knex.destroy())));
  const databases = TestDatabases.create();

  const asRole = async (admin: Knex, attributes: string) => {
    const knex = await connectAsNewRole(admin, attributes);
    connections.push(knex);
    return knex;
  };
  const connect = async (databaseId: TestDatabaseId) => {
    const admin = await databases.init(databaseId);
    return databaseId === 'SQLITE_3'
      ? admin
      : asRole(admin, 'NOSUPERUSER NOBYPASSRLS');
  };
  return {
    connect,
    connectAs: async attributes =>
      asRole(await databases.init('POSTGRES_18'), attributes),
    async open(databaseId, objects) {
      const knex = await connect(databaseId);
      const database = await openDatabase(
        mockServices.database({ knex }),
        objects,
      );
      return { knex, database };
    },
  };
}

/** Connects to the same server as a role made for it. */
export async function connectAsNewRole(
  admin: Knex,
  attributes: string,
): Promise<Knex> {
  const role = `test_${randomUUID().replace(/-/g, '')}`;
  const password = randomUUID();
  await admin.raw(
    `CREATE ROLE ${role} LOGIN ${attributes} PASSWORD '${password}'`,
  );
  await admin.raw(`GRANT ALL ON SCHEMA public TO ${role}`);
  const { host, port, database } = admin.client.connectionSettings;
  return knexFactory({
    client: 'pg',
    connection: { host, port, database, user: role, password },
  });
}
