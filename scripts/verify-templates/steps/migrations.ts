import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import knex from 'knex';
import type { Step } from '../step';
import { flywayMigrate } from '../tools/flyway';

const DUPLICATE_OBJECT = '42710';

/** Flyway takes an empty database all the way as the owner, who is no superuser, and finds nothing to do the second time. */
export const migrations: Step = {
  name: 'migrations by Flyway',
  async run({ dir, databaseUrl }) {
    const name = `flyway_${randomBytes(4).toString('hex')}`;
    const superuser = knex({ client: 'pg', connection: databaseUrl });
    try {
      await superuser
        .raw(readFileSync(join(dir, 'db', 'bootstrap', 'roles.sql'), 'utf8'))
        .catch((error: { code?: string }) => {
          // roles belong to the server, and an earlier output has made them
          if (error.code !== DUPLICATE_OBJECT) throw error;
        });
      await superuser.raw(`CREATE DATABASE ${name} OWNER service_owner`);
      const { hostname, port } = new URL(databaseUrl);
      const url = `jdbc:postgresql://${hostname}:${port}/${name}`;
      const folder = join(dir, 'chart', 'migrations');
      const migrate = () => flywayMigrate(url, 'service_owner', folder);
      const [first, again] = [await migrate(), await migrate()];
      const files = readdirSync(folder).length;
      if (first !== files || again !== 0) {
        throw new Error(
          `${first} of ${files} migrations ran, and ${again} the second time`,
        );
      }
      return `${first} migrations`;
    } finally {
      await superuser.raw(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await superuser.destroy();
    }
  },
};
