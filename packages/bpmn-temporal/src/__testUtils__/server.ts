import { spawn, execFile } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Client } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import type { GeneratedFile } from '../types';

/** Servers, workers and folders of a test; all of it is ended by `close`. */
export interface TestServer {
  readonly client: Client;
  readonly address: string;
  /** Writes a project to a folder of its own, beside the packages of the repository. */
  project(
    files: readonly GeneratedFile[],
    edits?: Readonly<Record<string, string>>,
  ): string;
  /** Runs `node src/worker.ts` there; resolved when it polls. */
  worker(
    folder: string,
    env?: Readonly<Record<string, string>>,
  ): Promise<ChildProcess>;
  /** Workflow ids of the runs that the query finds, one for each run. */
  list(query: string): Promise<string[]>;
  close(): Promise<void>;
}

const packages = join(__dirname, '../../../../node_modules');

/** Starts the official dev server: the CLI that TEMPORAL_CLI_PATH names, else the one that the SDK downloads. */
export async function startTestServer(
  extraArgs: readonly string[] = [],
): Promise<TestServer> {
  const path = process.env.TEMPORAL_CLI_PATH;
  const environment = await TestWorkflowEnvironment.createLocal({
    server: {
      log: { format: 'json', level: 'never' },
      extraArgs: [...extraArgs],
      ...(path ? { executable: { type: 'existing-path', path } } : {}),
    },
  });
  const { address, client } = environment;
  const children: ChildProcess[] = [];
  const folders: string[] = [];
  return {
    client,
    address,
    project(files, edits = {}) {
      const folder = writeProject(files, edits);
      folders.push(folder);
      return folder;
    },
    async worker(folder, env = {}) {
      const child = spawn(process.execPath, ['src/worker.ts'], {
        cwd: folder,
        // A zone far from UTC: nothing in a workflow may depend on it.
        env: {
          PATH: process.env.PATH,
          TZ: 'Asia/Tokyo',
          TEMPORAL_ADDRESS: address,
          ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      children.push(child);
      await ready(child);
      return child;
    },
    async list(query) {
      const ids: string[] = [];
      for await (const { workflowId } of client.workflow.list({ query }))
        ids.push(workflowId);
      return ids;
    },
    async close() {
      await Promise.all(children.map(end));
      await environment.teardown();
      for (const folder of folders)
        rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function writeProject(
  files: readonly GeneratedFile[],
  edits: Readonly<Record<string, string>> = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), 'bpmn-temporal-'));
  const contents = {
    ...Object.fromEntries(files.map(({ path, content }) => [path, content])),
    ...edits,
  };
  for (const [path, content] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  symlinkSync(packages, join(folder, 'node_modules'));
  return folder;
}

/** Runs a tool of the repository in a project; answers its output, or throws with it. */
export async function runTool(
  folder: string,
  command: string,
  args: string[],
): Promise<string> {
  const env = {
    ...process.env,
    ESLINT_USE_FLAT_CONFIG: 'true',
    NODE_OPTIONS: '',
    NODE_TEST_CONTEXT: undefined,
    JEST_WORKER_ID: undefined,
  };
  const program =
    command === 'node' ? process.execPath : join(packages, '.bin', command);
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, {
      cwd: folder,
      env,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout + stderr;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
  }
}

/** Asks until the answer is what it should be. */
export async function until<T>(
  ask: () => Promise<T>,
  holds: (answer: T) => boolean,
  ms = 20_000,
): Promise<T> {
  const last = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > last)
      throw new Error(`It does not come to that: ${JSON.stringify(answer)}`);
    await sleep(50);
  }
}

export function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const see = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Worker ready')) resolve();
    };
    child.stdout?.on('data', see);
    child.stderr?.on('data', see);
    child.once('exit', code =>
      reject(new Error(`The worker ended with ${code}:\n${output}`)),
    );
  });
}
