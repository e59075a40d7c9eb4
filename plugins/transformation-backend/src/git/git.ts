import { spawn } from 'node:child_process';

/** What a git command is run with. */
export interface GitOptions {
  /** The repository, bare or not. */
  gitDir?: string;
  /** Settings for this command alone. Credentials among them stay out of the process list. */
  config?: Record<string, string>;
  /** Standard input. */
  input?: string;
  env?: Record<string, string>;
}

/** A git command failed; `stderr` is what it said, without the settings it was run with. */
export class GitError extends Error {
  constructor(
    command: string,
    readonly exitCode: number | null,
    readonly stderr: string,
    readonly stdout = '',
  ) {
    super(`git ${command} failed: ${stderr.trim() || `exit code ${exitCode}`}`);
  }
}

// nothing of the machine's or the user's configuration may change what git does here
const ENVIRONMENT = {
  PATH: process.env.PATH ?? '',
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
};

/**
 * Runs git and returns its standard output.
 *
 * @throws GitError where it ends with another exit code than 0
 */
export async function git(
  args: string[],
  options: GitOptions = {},
): Promise<string> {
  return (await gitBytes(args, options)).toString();
}

/** Like {@link git}, byte for byte. */
export async function gitBytes(
  args: string[],
  { gitDir, config = {}, input, env = {} }: GitOptions,
): Promise<Buffer> {
  const child = spawn(
    'git',
    [...(gitDir ? ['--git-dir', gitDir] : []), ...args],
    {
      env: { ...ENVIRONMENT, ...settings(config), ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', chunk => out.push(chunk));
  child.stderr.on('data', chunk => err.push(chunk));
  // git may end before it has read everything; its exit code tells why
  child.stdin.on('error', () => {});
  child.stdin.end(input ?? '');
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (exitCode !== 0) {
    throw new GitError(
      args[0],
      exitCode,
      Buffer.concat(err).toString(),
      Buffer.concat(out).toString(),
    );
  }
  return Buffer.concat(out);
}

/** What `-c name=value` does, by variables: everybody on the machine can read a command's arguments. */
function settings(config: Record<string, string>): Record<string, string> {
  const entries = Object.entries(config);
  return Object.fromEntries([
    ['GIT_CONFIG_COUNT', String(entries.length)],
    ...entries.flatMap(([name, value], index) => [
      [`GIT_CONFIG_KEY_${index}`, name],
      [`GIT_CONFIG_VALUE_${index}`, value],
    ]),
  ]);
}

/** Like {@link git}, but undefined where git says that the thing is not there. */
export async function gitOptional(
  args: string[],
  options: GitOptions,
): Promise<string | undefined> {
  try {
    return await git(args, options);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
