import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Mode } from './verdict';

/** What the command line asks for. */
export interface Arguments {
  folder: string;
  /** Where the results go, besides the screen. */
  json?: string;
  typecheck: boolean;
  mode: Mode;
  /** Files compiled at a time, and how long one may take. */
  parallel: number;
  limitMs: number;
}

export const usage =
  'Usage: npm run corpus -- DIR [--stub | --lenient] [--typecheck] [--json FILE] [--parallel 2] [--seconds 30]';

/** @throws an error that says how the command is called */
export function readArguments(args: string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'string' },
        typecheck: { type: 'boolean', default: false },
        stub: { type: 'boolean', default: false },
        lenient: { type: 'boolean', default: false },
        parallel: {
          type: 'string',
          default: String(Math.min(2, availableParallelism())),
        },
        seconds: { type: 'string', default: '30' },
      },
    });
    const [folder, ...more] = positionals;
    if (!folder || more.length) throw new Error('one DIR is needed');
    if (!existsSync(folder)) throw new Error(`there is no ${folder}`);
    return {
      folder,
      json: values.json,
      typecheck: values.typecheck,
      mode: { stub: values.stub, lenient: values.lenient },
      parallel: positive('parallel', values.parallel),
      limitMs: positive('seconds', values.seconds) * 1000,
    };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${usage}`);
  }
}

function positive(name: string, value: string): number {
  const number = Number(value);
  if (!(number > 0)) throw new Error(`--${name} is a number above zero`);
  return number;
}
