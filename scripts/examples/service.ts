import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild, type Child } from '../factory/child';
import { freePort } from '../factory/ports';
import { Problem } from '../factory/problem';
import { waitFor } from '../factory/waitFor';
import { call } from '../verify-templates/call';
import type { Input } from '../verify-templates/inputs';
import { makeServiceDatabase, sql } from '../verify-templates/serviceDatabase';
import {
  readTemplate,
  writeFiles,
  type Scaffolder,
} from '../verify-templates/scaffolder';

/** Makes a service by its template, with its stubs and its client. */
export async function makeService(
  dir: string,
  { template, values }: Input,
  scaffolder: Scaffolder,
): Promise<void> {
  const made = await scaffolder.scaffold(readTemplate(template), values);
  if ('refused' in made) throw new Problem(made.refused);
  writeFiles(dir, made.files);
  await call('make', ['sdk'], { cwd: dir });
}

/** A service that runs. */
export interface RunningService {
  url: string;
  child: Child;
}

/** Starts a service that was made, on a database of its own. */
export async function startService(
  dir: string,
  name: string,
  databaseUrl: string,
  env: Record<string, string>,
): Promise<RunningService> {
  const database = await makeDatabase(dir, name, databaseUrl);
  const [port, adminPort] = [await freePort(), await freePort()];
  const child = startChild('make', ['run'], {
    cwd: dir,
    log: `${dir}.log`,
    env: {
      ...process.env,
      ...env,
      PORT: String(port),
      ADMIN_PORT: String(adminPort),
      DATABASE_URL: database,
      DRAIN_MS: '0',
    },
  });
  await waitFor(
    `The start of ${name}`,
    async () => {
      if (child.ended()) throw new Problem(child.lastLines());
      const ready = await fetch(`http://127.0.0.1:${adminPort}/readyz`).catch(
        () => undefined,
      );
      return ready?.ok || undefined;
    },
    { seconds: 60 },
  );
  return { url: `http://127.0.0.1:${port}`, child };
}

/** @returns the address for the application's role */
async function makeDatabase(
  dir: string,
  name: string,
  serverUrl: string,
): Promise<string> {
  const { urlOf } = await makeServiceDatabase(dir, name, serverUrl);
  await sql(urlOf('postgres'), 'ALTER SCHEMA public OWNER TO service_owner');
  const migrations = join(dir, 'chart', 'migrations');
  const numberOf = (file: string) => Number(/^V(\d+)__/.exec(file)?.[1]);
  const files = readdirSync(migrations).sort(
    (a, b) => numberOf(a) - numberOf(b),
  );
  for (const file of files) {
    await sql(
      urlOf('service_owner'),
      readFileSync(join(migrations, file), 'utf8'),
    );
  }
  return urlOf('service_application');
}
