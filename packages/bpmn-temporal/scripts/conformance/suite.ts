import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** How a case ends; see the README of a suite. */
export interface Outcome {
  trace: string[];
  outcome: string;
  errorCode?: string;
}

export interface Case {
  id: string;
  group: string;
  feature: string;
  file: string;
  process: string;
  /** Processes to start, in this order. */
  start: string[];
  variables: Record<string, unknown>;
  waitMs: number;
  /** Both are taken out of a suite that is run by somebody else's judge. */
  expect?: Outcome & { alsoAccept?: Outcome[] };
  contested?: { kind: string; reason: string; standard: Outcome[] | null };
}

export interface Constraint {
  file: string;
  rule: string;
  ruleText: string | null;
  area: string;
  dubious?: string;
}

/** The suite of one folder. */
export interface Suite {
  folder: string;
  cases: Case[];
  constraints: Constraint[];
}

/** The suites in a folder: its own, and those of its subfolders. */
export function readSuites(folder: string, only?: RegExp): Suite[] {
  const subfolders = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => join(folder, entry.name));
  return [folder, ...subfolders]
    .filter(
      candidate =>
        existsSync(join(candidate, 'cases.json')) ||
        existsSync(join(candidate, 'constraints.json')),
    )
    .map(candidate => ({
      folder: candidate,
      cases: read<Case>(candidate, 'cases').filter(
        ({ id }) => !only || only.test(id),
      ),
      constraints: read<Constraint>(candidate, 'constraints').filter(
        ({ file }) => !only || only.test(file),
      ),
    }));
}

/** A list, or an object that has the list under its name. */
function read<T>(folder: string, name: string): T[] {
  const file = join(folder, `${name}.json`);
  if (!existsSync(file)) return [];
  const content = JSON.parse(readFileSync(file, 'utf8')) as
    | T[]
    | Record<string, T[]>;
  return Array.isArray(content) ? content : content[name] ?? [];
}
