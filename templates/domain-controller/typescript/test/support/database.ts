import { readdirSync, readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from './server.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PASSWORD = 'for-tests-only';

/** A database with the migrations in it, and the addresses of the three roles. */
export interface TestDatabase {
  superuser: string;
  owner: string;
  application: string;
  drop(): Promise<void>;
}

/** Makes a database of its own, as the cluster does it: roles, owner, migrations. */
export async function createDatabase(): Promise<TestDatabase> {
  const server = await startPostgres();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const urlOf = (user?: string) => {
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    if (user) Object.assign(url, { username: user, password: PASSWORD });
    return url.href;
  };
  const drop = async () => {
    await sql(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await server.stop();
  };
  try {
    await sql(server.url, rolesUnlessThere());
    await sql(server.url, `CREATE DATABASE ${name} OWNER service_owner`);
    await sql(urlOf(), 'ALTER SCHEMA public OWNER TO service_owner');
    for (const file of migrations()) {
      await sql(urlOf('service_owner'), readFileSync(file, 'utf8'));
    }
  } catch (error) {
    // such as a migration that is wrong: the server would run on
    await drop();
    throw error;
  }
  return {
    superuser: urlOf(),
    owner: urlOf('service_owner'),
    application: urlOf('service_application'),
    drop,
  };
}

/** Roles belong to the whole server, which several tests may share. */
function rolesUnlessThere(): string {
  const bootstrap = readFileSync(
    join(ROOT, 'db', 'bootstrap', 'roles.sql'),
    'utf8',
  );
  return `DO $do$ BEGIN
    PERFORM pg_advisory_xact_lock(727274);
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'service_owner') THEN
      ${bootstrap}
    END IF;
    ALTER ROLE service_owner PASSWORD '${PASSWORD}';
    ALTER ROLE service_application PASSWORD '${PASSWORD}';
  END $do$`;
}

/** In the order that Flyway takes them in. */
export function migrations(): string[] {
  const dir = join(ROOT, 'chart', 'migrations');
  const versionOf = (file: string) => Number(/^V(\d+)__/.exec(file)?.[1]);
  return readdirSync(dir)
    .sort((a, b) => versionOf(a) - versionOf(b))
    .map(file => join(dir, file));
}

async function sql(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
