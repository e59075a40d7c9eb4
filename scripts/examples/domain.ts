import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '../verify-templates/call';
import type { Input } from '../verify-templates/inputs';
import type { Scaffolder } from '../verify-templates/scaffolder';
import { makeServiceDatabase, sql } from '../verify-templates/serviceDatabase';
import { makeOutput, startService, type RunningService } from './service';

/** Makes a domain controller by its template, with its stubs and its client. */
export async function makeDomain(
  dir: string,
  input: Input,
  scaffolder: Scaffolder,
): Promise<void> {
  await makeOutput(dir, input, scaffolder);
  await call('make', ['generate', 'sdk-typescript'], { cwd: dir });
}

/** Starts a domain controller that was made, on a database of its own. */
export async function startDomain(
  dir: string,
  name: string,
  databaseUrl: string,
  env: Record<string, string>,
): Promise<RunningService> {
  const database = await makeDatabase(dir, name, databaseUrl);
  return startService(dir, ['make', 'run'], { ...env, DATABASE_URL: database });
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
