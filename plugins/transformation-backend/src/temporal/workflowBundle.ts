import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { callIsolated } from '@ameide/plugin-transformation-node';

/**
 * The bundle of the factory's own workflows, made once for each version of them.
 *
 * @param cacheDir - where it is kept from one start to the next
 * @returns the file with the bundle
 */
export async function workflowBundle(
  workflowsPath: string,
  cacheDir: string,
): Promise<string> {
  const hash = createHash('sha256')
    .update(await readFile(workflowsPath))
    .update(require('@temporalio/worker/package.json').version)
    .digest('hex');
  const file = join(cacheDir, `workflows-${hash.slice(0, 16)}.js`);
  const cached = await access(file).then(
    () => true,
    () => false,
  );
  if (cached) return file;
  const code = await callIsolated<string>(
    {
      modulePath: require.resolve(
        '@ameide/plugin-transformation-backend/isolated',
      ),
      exportName: 'bundleWorkflows',
    },
    [workflowsPath],
    { timeoutMs: 120_000, memoryMb: 1024 },
  );
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.${process.pid}`, code);
  await rename(`${file}.${process.pid}`, file);
  return file;
}
