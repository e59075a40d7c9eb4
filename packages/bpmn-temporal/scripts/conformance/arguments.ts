import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface Arguments {
  folder: string;
  /** Where the results go, besides the screen. */
  json?: string;
  /** Cases and constraint models whose id or file matches. */
  only?: RegExp;
}

/** @throws an error that says how the command is called */
export function readArguments(args: string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'string' }, only: { type: 'string' } },
    });
    const [folder, ...more] = positionals;
    if (!folder || more.length) throw new Error('one DIR is needed');
    if (!existsSync(folder)) throw new Error(`there is no ${folder}`);
    return {
      folder,
      json: values.json,
      only: values.only === undefined ? undefined : new RegExp(values.only),
    };
  } catch (error) {
    throw new Error(
      `${
        (error as Error).message
      }\nUsage: npm run conformance -- DIR [--json FILE] [--only REGEX]`,
    );
  }
}
