import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { call } from '../call';
import { cached, unfetched } from './cached';

/** A program that Go builds from a module. */
export async function goProgram(
  path: string,
  version: string,
): Promise<string> {
  const program = basename(path.replace(/\/v\d+$/, ''));
  const dir = await cached(`${program}-${version}`, scratch =>
    call('go', ['install', `${path}@${version}`], {
      env: { GOBIN: scratch, GOFLAGS: '-mod=mod' },
    }),
  );
  return join(dir, program);
}

/** The folder of a module's sources. Go says no to modules for a newer Go, and unpacks them all the same. */
export async function goModule(path: string, version: string): Promise<string> {
  try {
    const cache = (await call('go', ['env', 'GOMODCACHE'])).trim();
    const dir = join(cache, `${path}@${version}`);
    if (!existsSync(dir)) {
      await call('go', ['mod', 'download', `${path}@${version}`]).catch(
        error => {
          if (!existsSync(dir)) throw error;
        },
      );
    }
    return dir;
  } catch (error) {
    throw unfetched(path, error);
  }
}
