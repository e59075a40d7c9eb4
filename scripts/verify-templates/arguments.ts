import { parseArgs } from 'node:util';
import { Problem } from '../factory/problem';

/** What the command line asks for; what it leaves out is not narrowed. */
export interface VerifyArguments {
  template?: string;
  language?: string;
  /** A folder with more parameter files, as `<template>/<name>.yaml`. */
  inputs?: string;
  /** Where the report goes, besides the screen. */
  json?: string;
  /** All outputs lightly, and one of them, another each day, through what takes no long builds. */
  part?: boolean;
}

/** @throws Problem that says how the command is called */
export function readArguments(args: string[]): VerifyArguments {
  try {
    return parseArgs({
      args,
      options: {
        template: { type: 'string' },
        language: { type: 'string' },
        inputs: { type: 'string' },
        json: { type: 'string' },
        part: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new Problem(
      `${
        (error as Error).message
      }\nUsage: npm run verify:templates -- [--template T] [--language L] [--inputs DIR] [--json FILE] [--part]`,
    );
  }
}
