import knexFactory from 'knex';
import { join } from 'node:path';
import { startPostgres } from '../test/postgres';

/** A database for one run: what the backend is told of it, and how to look into it afterwards. */
export interface Engine {
  /** Settings of the backend, as environment variables. */
  env: NodeJS.ProcessEnv;
  /** How the plugin's database is reached without the backend. */
  connection: { client: string; connection: object };
  stop(): Promise<void>;
}

/** A PostgreSQL that can be used without a backend, too. */
export interface PostgresEngine extends Engine {
  /** The plugin's database, where no backend has made it. */
  createDatabase(): Promise<void>;
  /** Of the database that is there for other purposes, as its superuser. */
  url: string;
}

const ROLE = 'factory';
const DATABASE = 'backstage_plugin_transformation';

/** SQLite in a folder, as `npm start` has it. */
export async function sqliteEngine(dataDir: string): Promise<Engine> {
  return {
    env: {},
    connection: {
      client: 'better-sqlite3',
      connection: {
        filename: join(dataDir, 'database', 'transformation.sqlite'),
      },
    },
    stop: async () => {},
  };
}

/** A PostgreSQL of its own, as a role that row-level security holds. */
export async function postgresEngine(): Promise<PostgresEngine> {
  const postgres = await startPostgres();
  const asAdmin = async (sql: string) => {
    const knex = knexFactory({
      client: 'pg',
      connection: postgres.connectionString,
    });
    await knex.raw(sql).finally(() => knex.destroy());
  };
  await asAdmin(`CREATE ROLE ${ROLE} LOGIN NOSUPERUSER NOBYPASSRLS CREATEDB`);
  const { hostname: host, port } = new URL(postgres.connectionString);
  const prefix = 'APP_CONFIG_backend_database';
  return {
    env: {
      [`${prefix}_client`]: 'pg',
      [`${prefix}_connection_host`]: host,
      [`${prefix}_connection_port`]: port,
      [`${prefix}_connection_user`]: ROLE,
    },
    connection: {
      client: 'pg',
      connection: {
        host,
        port: Number(port),
        user: ROLE,
        database: DATABASE,
      },
    },
    createDatabase: () => asAdmin(`CREATE DATABASE ${DATABASE} OWNER ${ROLE}`),
    url: postgres.connectionString,
    stop: () => postgres.stop(),
  };
}
