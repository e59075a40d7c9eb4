import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TOOLS } from '../../factory/paths';
import { Skip } from '../step';

/** Where everything is that was fetched for the verification. */
export const CACHE = join(TOOLS, 'verify');

/** Why a tool cannot be had, in one line. */
export const unfetched = (name: string, error: unknown) =>
  new Skip(
    `${name} could not be fetched: ${(error as Error).message
      .trim()
      .split('\n')
      .at(-1)}`,
  );

/**
 * A tool that a package registry has; fetched once.
 *
 * @param name - with its version, which is its folder's name too
 * @param fetch - puts it into an empty folder
 * @throws Skip where it cannot be had here
 */
export async function cached(
  name: string,
  fetch: (dir: string) => Promise<unknown>,
): Promise<string> {
  const dir = join(CACHE, name);
  if (existsSync(dir)) return dir;
  const scratch = `${dir}.${process.pid}`;
  mkdirSync(scratch, { recursive: true });
  try {
    await fetch(scratch);
    mkdirSync(dirname(dir), { recursive: true });
    renameSync(scratch, dir);
    return dir;
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true });
    throw unfetched(name, error);
  }
}
