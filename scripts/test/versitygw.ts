import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TOOLS } from '../factory/paths';

const MODULE = 'github.com/versity/versitygw/cmd/versitygw@v1.8.0';

/**
 * An S3 server for tests, built once from Go's module proxy.
 *
 * @returns the program's file; undefined, with a note, where there is no Go to build it with
 */
export async function versitygw(): Promise<string | undefined> {
  const bin = join(TOOLS, 'go');
  const program = join(bin, 'versitygw');
  if (existsSync(program)) return program;
  try {
    await promisify(execFile)('go', ['install', MODULE], {
      env: { ...process.env, GOBIN: bin },
      timeout: 15 * 60_000,
    });
    return program;
  } catch (error) {
    const [reason] = (error as Error).message.trim().split('\n');
    process.stdout.write(
      `The tests of object storage are skipped: versitygw could not be built (${reason})\n`,
    );
    return undefined;
  }
}
