import { copyFileSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '@ameide/bpmn-temporal';
import { startChild, type Child } from '../factory/child';
import { Problem } from '../factory/problem';
import { waitFor } from '../factory/waitFor';
import { call } from '../verify-templates/call';
import { writeFiles } from '../verify-templates/scaffolder';

const CONNECT = ['@connectrpc/connect@2.1.2', '@connectrpc/connect-node@2.1.2'];

/** What a worker is made of. */
export interface WorkerParts {
  drawing: string;
  /** Files by their paths in the project. */
  sources: Record<string, string>;
  /** Folder of a service whose client it has. */
  service: string;
}

/** Compiles a drawing to a project, with activities that call a service. */
export async function makeWorker(
  dir: string,
  name: string,
  { drawing, sources, service }: WorkerParts,
): Promise<void> {
  const { files, diagnostics } = await compile(readFileSync(drawing, 'utf8'), {
    name,
  });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length) throw new Problem(errors[0].message);
  writeFiles(
    dir,
    files.map(({ path, content }) => ({ path, content: Buffer.from(content) })),
  );
  for (const [path, source] of Object.entries(sources)) {
    copyFileSync(source, join(dir, path));
  }
  const [client] = globSync(join(service, 'sdk/dist/*.tgz'));
  await call(
    'npm',
    ['install', '--no-audit', '--no-fund', client, ...CONNECT],
    {
      cwd: dir,
    },
  );
}

/** Starts the worker of a project. */
export async function startWorker(
  dir: string,
  env: Record<string, string>,
): Promise<Child> {
  const child = startChild('node', ['src/worker.ts'], {
    cwd: dir,
    log: `${dir}.log`,
    env: { ...process.env, ...env },
  });
  await waitFor(
    'The start of the worker',
    async () => {
      if (child.ended()) throw new Problem(child.lastLines());
      return child.lastLines().includes('Worker ready') || undefined;
    },
    { seconds: 60 },
  );
  return child;
}
