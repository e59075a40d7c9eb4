import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '../verify-templates/call';
import type { Input } from '../verify-templates/inputs';
import type { Scaffolder } from '../verify-templates/scaffolder';
import { withUv } from '../verify-templates/tools/uv';
import { makeOutput, startService, type RunningService } from './service';

/** Where the program lies that starts the agent with a model of its own. */
const MAIN = 'fake_model.py';

/**
 * Makes an agent by its template, with the stubs of its tools and a recorded
 * pass of its sandbox.
 *
 * @param main - starts it with a model that needs no provider
 */
export async function makeAgent(
  dir: string,
  input: Input,
  main: string,
  scaffolder: Scaffolder,
): Promise<void> {
  await makeOutput(dir, input, scaffolder);
  copyFileSync(main, join(dir, MAIN));
  await call('make', ['sandbox'], { cwd: dir, env: await withUv() });
}

/** Starts an agent that was made. @param controllers - addresses, by the targets of its tools */
export async function startAgent(
  dir: string,
  controllers: Record<string, string>,
  env: Record<string, string>,
): Promise<RunningService> {
  return startService(dir, ['uv', 'run', '--no-sync', 'python', MAIN], {
    ...env,
    ...(await withUv()),
    PYTHONPATH: 'src:.',
    CONTROLLERS: JSON.stringify(controllers),
  });
}
