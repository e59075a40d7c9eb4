import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { TemporalConfig } from '../config';
import { runProjectScript } from './projectScript';

/** What is half checked out has another name. */
const COMMIT = /^[0-9a-f]+$/;
const SCRIPT = join('src', 'withdraw.gen.ts');

/**
 * Does what `npm run withdraw` does in a compiled project, so that nothing
 * begins an instance of it any more. All its commits are known by one name, and
 * so any of them will do; whether its worker runs or sleeps is all the same.
 *
 * @param dir - has a folder for each commit that was checked out
 * @throws Error with the end of what the script said
 */
export async function withdrawProject(
  dir: string,
  { address, namespace }: TemporalConfig,
): Promise<void> {
  const checkedOut = (await readdir(dir).catch(() => [])).filter(name =>
    COMMIT.test(name),
  );
  for (const commit of checkedOut) {
    const isDone = await runProjectScript(join(dir, commit), SCRIPT, {
      TEMPORAL_ADDRESS: address,
      TEMPORAL_NAMESPACE: namespace,
    });
    if (isDone) return;
  }
}
