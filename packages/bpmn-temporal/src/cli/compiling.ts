import { basename } from 'node:path';
import { compile } from '../compile';
import type { CompileResult, Diagnostic } from '../types';
import { readText } from './usage';

/** Options of all commands that compile. */
export const compileOptions = {
  decisions: { type: 'string', multiple: true },
  stub: { type: 'boolean', default: false },
  lenient: { type: 'boolean', default: false },
} as const;

export const compileHelp = `  --decisions FILE   a DMN file whose decisions business rule tasks call; may be given more than once
  --stub             a task that nothing says who does becomes a job to be filled in
  --lenient          mends what tools break, each with a warning; stubs too
`;

export interface CompileSettings {
  readonly name?: string | undefined;
  readonly decisions?: string[] | undefined;
  readonly stub?: boolean | undefined;
  readonly lenient?: boolean | undefined;
}

/** Compiles a file as the options of the command line say. */
export async function compileFile(
  file: string,
  settings: CompileSettings,
): Promise<CompileResult> {
  const { name, stub = false, lenient = false } = settings;
  const decisions = decisionsOf(settings);
  return compile(readText(file), {
    name: name ?? nameOf(file),
    stub,
    lenient,
    ...(Object.keys(decisions).length ? { decisions } : {}),
  });
}

/** The DMN files that come with the drawing, by name. */
export function decisionsOf({
  decisions = [],
}: CompileSettings): Record<string, string> {
  return Object.fromEntries(
    decisions.map(path => [basename(path), readText(path)]),
  );
}

/** The name of the project of a drawing, in kebab-case. */
export function nameOf(file: string): string {
  const name = basename(file)
    .replace(/\.bpmn(20\.xml)?$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return name || 'process';
}

export function isRefused({ diagnostics }: CompileResult): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** `file:line:column: severity CODE: message. Hint`, as editors and terminals link it. */
export function lineOf(
  file: string,
  { code, severity, message, hint, line = 1, column = 1 }: Diagnostic,
): string {
  return `${file}:${line}:${column}: ${severity} ${code}: ${message}. ${hint}`;
}
