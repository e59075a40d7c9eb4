import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CompileResult } from '../types';
import {
  compileFile,
  compileHelp,
  compileOptions,
  isRefused,
  lineOf,
} from './compiling';
import { readArguments, UsageError } from './usage';

export const run = {
  help: `bpmn-temporal run FILE

Compiles the drawing into a temporary folder and starts its worker there, until it is interrupted. Jobs answer with defaults.

  --address HOST:PORT   the Temporal server; localhost:7233 unless it is said
  --namespace NAME      default unless it is said
  --name NAME           name of the project, and task queue
${compileHelp}`,
  async run(args: string[]): Promise<number> {
    const { values, positionals } = readArguments(args, {
      ...compileOptions,
      address: { type: 'string', default: 'localhost:7233' },
      namespace: { type: 'string', default: 'default' },
      name: { type: 'string' },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length)
      throw new UsageError('Say one drawing: FILE');
    const result = await compileFile(file, values);
    for (const diagnostic of result.diagnostics)
      process.stderr.write(`${lineOf(file, diagnostic)}\n`);
    if (isRefused(result)) return 1;
    const folder = writeTemporary(result);
    process.stderr.write(`Project in ${folder}\n`);
    for (const { processId, workflowType } of result.processes)
      process.stderr.write(
        `Process ${processId}: workflow type ${workflowType}\n`,
      );
    return serve(folder, {
      TEMPORAL_ADDRESS: values.address,
      TEMPORAL_NAMESPACE: values.namespace,
    });
  },
};

/** Writes the project beside the packages that the compiler was installed with. */
export function writeTemporary({ files }: CompileResult): string {
  const folder = mkdtempSync(join(tmpdir(), 'bpmn-temporal-'));
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  symlinkSync(packages(), join(folder, 'node_modules'));
  return folder;
}

function packages(): string {
  // eslint-disable-next-line no-restricted-syntax -- wherever this file is, the packages are in a folder above
  for (let at = __dirname; ; at = dirname(at)) {
    const found = join(at, 'node_modules');
    if (existsSync(join(found, '@temporalio', 'worker'))) return found;
    if (dirname(at) === at)
      throw new UsageError(
        'The package @temporalio/worker is not installed: npm install @temporalio/worker @temporalio/workflow @temporalio/client @temporalio/activity',
      );
  }
}

function serve(folder: string, env: Record<string, string>): Promise<number> {
  const child = spawn(process.execPath, ['src/worker.ts'], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => child.kill(signal));
  return new Promise(resolve => {
    child.on('exit', code => resolve(code === 0 ? 0 : 1));
  });
}
