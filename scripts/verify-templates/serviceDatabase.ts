import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import knexFactory from 'knex';

const DUPLICATE_OBJECT = '42710';

/** An empty database of a service, with the roles that its chart would make. */
export interface ServiceDatabase {
  /** Address for one of its roles, or for the superuser. */
  urlOf(user: string): string;
  drop(): Promise<void>;
}

/** Runs SQL as whoever an address is of. */
export async function sql(url: string, text: string): Promise<void> {
  const knex = knexFactory({ client: 'pg', connection: url });
  await knex.raw(text).finally(() => knex.destroy());
}

/**
 * @param dir - the service
 * @param serverUrl - of the superuser of a server
 */
export async function makeServiceDatabase(
  dir: string,
  name: string,
  serverUrl: string,
): Promise<ServiceDatabase> {
  const roles = join(dir, 'db', 'bootstrap', 'roles.sql');
  await sql(serverUrl, readFileSync(roles, 'utf8')).catch(
    (error: { code?: string }) => {
      // roles belong to the server, and an earlier service has made them
      if (error.code !== DUPLICATE_OBJECT) throw error;
    },
  );
  await sql(serverUrl, `CREATE DATABASE "${name}" OWNER service_owner`);
  return {
    urlOf: user =>
      Object.assign(new URL(serverUrl), {
        username: user,
        pathname: `/${name}`,
      }).href,
    drop: () =>
      sql(serverUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
  };
}
