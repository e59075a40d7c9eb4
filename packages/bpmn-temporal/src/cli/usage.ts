import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

/** The command was called in a way that makes no sense; the message says why. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options and arguments of a command. @throws UsageError where there are others than it takes */
export function readArguments<Known extends Options>(
  args: string[],
  options: Known,
) {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(
      error instanceof Error ? error.message : String(error),
    );
  }
}

/** The text of a file. @throws UsageError that names it where it can't be read */
export function readText(file: string): string {
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}`);
  if (statSync(file).isDirectory())
    throw new UsageError(`${file} is a folder, not a file`);
  return readFileSync(file, 'utf8');
}

/** The value in a file of JSON. @throws Error that names it where it has none */
export function readJson(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is no JSON: ${(error as Error).message}`);
  }
}
