import { call } from '../call';
import type { Step } from '../step';

/** A verb of the output's Makefile. */
export const make = (name: string, verb: string): Step => ({
  name,
  async run({ dir, databaseUrl }) {
    await call('make', [verb], {
      cwd: dir,
      env: { DATABASE_URL: databaseUrl },
    });
  },
});
