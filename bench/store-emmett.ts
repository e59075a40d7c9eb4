import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { TOOLS } from '../scripts/factory/paths';
import type { PostgresEngine } from '../scripts/torture/engine';

/** The releases that are compared with; fetched once, since nothing else needs them. */
const PACKAGES = [
  '@event-driven-io/emmett@0.42.0',
  '@event-driven-io/emmett-postgresql@0.42.0',
  '@event-driven-io/pongo@0.16.11',
  'pg@8',
];

/** What is used of Emmett's store. */
interface EventStore {
  appendToStream(
    name: string,
    events: object[],
    options?: { expectedStreamVersion: bigint },
  ): Promise<{ nextExpectedStreamVersion: bigint }>;
  aggregateStream<S>(
    name: string,
    options: { evolve: (state: S) => S; initialState: () => S },
  ): Promise<{ state: S }>;
  close(): Promise<void>;
}

/** A stream of `@event-driven-io/emmett-postgresql` on the same server. */
export async function emmettStream(engine: PostgresEngine) {
  const { getPostgreSQLEventStore } = fetchEmmett();
  const events: EventStore = getPostgreSQLEventStore(engine.url);
  let version: bigint | undefined;
  const said = {
    type: 'comment-added',
    data: { text: 'What is said of a drawing is about so long.' },
  };
  const append = async () => {
    const result = await events.appendToStream(
      'stream',
      [said],
      version === undefined ? undefined : { expectedStreamVersion: version },
    );
    version = result.nextExpectedStreamVersion;
  };
  return {
    append,
    /** Makes a stream of so many events for `load`. */
    async fill(count: number): Promise<void> {
      await events.appendToStream('loaded', Array(count).fill(said));
    },
    async load(): Promise<void> {
      await events.aggregateStream<number>('loaded', {
        evolve: seen => seen + 1,
        initialState: () => 0,
      });
    },
    close: () => events.close(),
  };
}

function fetchEmmett(): {
  getPostgreSQLEventStore(connectionString: string): EventStore;
} {
  const dir = join(TOOLS, 'emmett');
  if (!existsSync(join(dir, 'node_modules', '@event-driven-io'))) {
    mkdirSync(dir, { recursive: true });
    execFileSync(
      'npm',
      [
        'install',
        '--no-save',
        '--no-audit',
        '--no-fund',
        '--prefix',
        dir,
      ].concat(PACKAGES),
      { stdio: 'ignore' },
    );
  }
  return createRequire(join(dir, 'index.js'))(
    '@event-driven-io/emmett-postgresql',
  );
}
