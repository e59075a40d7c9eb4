import type {
  JsonObject,
  ProcessInterface,
} from '@ameide/plugin-transformation-common';
import { sampleOfType } from './sampleOfType';

/** The form of an output or a variable, as far as its type is known. */
export type FieldKind = 'boolean' | 'number' | 'text' | 'json';

/** Reads the type that the compiler found for a variable. */
export function fieldKind(name: string, process?: ProcessInterface): FieldKind {
  const type = process?.variables.find(v => v.name === name)?.type;
  if (type === 'boolean' || type === 'number') return type;
  if (type === 'string') return 'text';
  return name === 'approved' ? 'boolean' : 'json';
}

/**
 * Variables to start with, to be filled in: those that none of the process's steps gives, and those that a step reads
 * before it gives them.
 */
export function sampleVariables(process?: ProcessInterface): JsonObject {
  if (!process) return {};
  const given = new Set([
    ...process.userTasks.flatMap(task => task.output),
    ...process.jobs.flatMap(job =>
      job.output.filter(name => !job.input.includes(name)),
    ),
  ]);
  return Object.fromEntries(
    process.variables
      .filter(({ name }) => !given.has(name))
      .map(({ name, type }) => [name, sampleOfType(type)]),
  );
}
