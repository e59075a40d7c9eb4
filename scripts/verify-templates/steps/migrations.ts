import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeServiceDatabase } from '../serviceDatabase';
import type { Step } from '../step';
import { flywayMigrate } from '../tools/flyway';

/** Flyway takes an empty database all the way as the owner, who is no superuser, and finds nothing to do the second time. */
export const migrations: Step = {
  name: 'migrations by Flyway',
  async run({ dir, databaseUrl }) {
    const name = `flyway_${randomBytes(4).toString('hex')}`;
    const database = await makeServiceDatabase(dir, name, databaseUrl);
    try {
      const { host } = new URL(databaseUrl);
      const url = `jdbc:postgresql://${host}/${name}`;
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
      await database.drop();
    }
  },
};
