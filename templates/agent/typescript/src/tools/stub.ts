import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Definition, Tool } from '../definition/model.ts';
import { StartError } from '../errors.ts';

/** What is generated of a tool from the contract of its controller. */
export interface Stub {
  tool: Tool;
  description: string;
  /** JSON Schema of what it is called with. */
  arguments: Record<string, unknown>;
  /** The field of the request that carries the id of the request; no model fills it in. */
  context?: string;
}

/** Writes the stubs, alike whenever they are the same. */
export function writeStubs(path: string, stubs: Stub[]): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(stubs, null, 2)}\n`);
}

/** Reads the stubs. @throws StartError where they were made from another definition */
export function readStubs(path: string, { tools }: Definition): Stub[] {
  if (!existsSync(path)) {
    throw new StartError(`There is no ${path}: run "make generate"`);
  }
  // it was written by this very version
  const stubs = JSON.parse(readFileSync(path, 'utf8')) as Stub[];
  const described = JSON.parse(JSON.stringify(tools)) as unknown;
  if (
    !isDeepStrictEqual(
      stubs.map(({ tool }) => tool),
      described,
    )
  ) {
    throw new StartError(
      `${path} is older than the definition: run "make generate"`,
    );
  }
  return stubs;
}
