import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CompileResult } from '../types';
import { readJson } from './usage';

interface Package {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/**
 * The package.json of a project is the engineer's, so that the compiler adds nothing to it: says which packages the
 * project needs that are not in it, and what adds them.
 */
export function missingDependencies(
  folder: string,
  { files }: CompileResult,
): string[] {
  const path = join(folder, 'package.json');
  const wanted = files.find(file => file.path === 'package.json');
  if (!wanted || !existsSync(path)) return [];
  const needs = JSON.parse(wanted.content) as Package;
  const has = readJson(path) as Package;
  return [
    ...tell('', needs.dependencies, has.dependencies),
    ...tell('--save-dev ', needs.devDependencies, {
      ...has.dependencies,
      ...has.devDependencies,
    }),
  ];
}

function tell(
  option: string,
  needs: Package['dependencies'] = {},
  has: Package['dependencies'] = {},
): string[] {
  return Object.entries(needs)
    .filter(([name]) => !Object.hasOwn(has, name))
    .map(
      ([name, version]) =>
        `package.json: the project needs ${name} now. Run: npm install ${option}${name}@${version}`,
    );
}
