import { CommanderError } from 'commander';
import { TransformationApiError } from '@ameide/plugin-transformation-common';
import { Failure } from './failure';
import { createProgram } from './program';

/**
 * Runs one command.
 *
 * @returns the exit code: 0, 1 where something was refused or failed, 2 where the call itself was wrong
 */
export async function main(args: string[]): Promise<number> {
  try {
    await createProgram().parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    process.stderr.write(`${messageOf(error)}\n`);
    return error instanceof Failure ? error.exitCode : 1;
  }
}

function messageOf(error: unknown): string {
  if (error instanceof TransformationApiError) {
    const { status, code, message } = error;
    const hint =
      status === 401
        ? '; FACTORY_TOKEN is no token that the factory knows'
        : '';
    return `${message} (${status} ${code})${hint}`;
  }
  return (error as Error).message;
}
