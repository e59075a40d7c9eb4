import { startChild, type Child } from '../factory/child';
import { freePort } from '../factory/ports';
import { Problem } from '../factory/problem';
import { waitFor } from '../factory/waitFor';
import type { Input } from '../verify-templates/inputs';
import {
  readTemplate,
  writeFiles,
  type Scaffolder,
} from '../verify-templates/scaffolder';

/** Writes what a template makes of parameters. */
export async function makeOutput(
  dir: string,
  { template, values }: Input,
  scaffolder: Scaffolder,
): Promise<void> {
  const made = await scaffolder.scaffold(readTemplate(template), values);
  if ('refused' in made) throw new Problem(made.refused);
  writeFiles(dir, made.files);
}

/** A service that runs. */
export interface RunningService {
  url: string;
  child: Child;
}

/** Starts the server of an output, and waits until it is ready. */
export async function startService(
  dir: string,
  [command, ...args]: string[],
  env: NodeJS.ProcessEnv,
): Promise<RunningService> {
  const [port, adminPort] = [await freePort(), await freePort()];
  const child = startChild(command, args, {
    cwd: dir,
    log: `${dir}.log`,
    env: {
      ...process.env,
      ...env,
      PORT: String(port),
      ADMIN_PORT: String(adminPort),
      DRAIN_MS: '0',
    },
  });
  await waitFor(
    `The start of ${dir}`,
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
