import type { Parsed } from '../1-parse';
import { executableProcesses } from '../1-parse';
import { walk } from '../1-parse/moddle';
import type { Moddle } from '../1-parse/moddle';

/** Every element of the file, in its order. Many rules look at them: the tree is walked once for all. */
export function allElements(parsed: Parsed): readonly Moddle[] {
  const known = elements.get(parsed) ?? walk(parsed.definitions);
  elements.set(parsed, known);
  return known;
}

/** Every element of each executable process. */
export function processElements(
  parsed: Parsed,
): readonly { readonly processId: string; readonly inside: Moddle[] }[] {
  const known =
    processes.get(parsed) ??
    executableProcesses(parsed.definitions).map(process => ({
      processId: process.id ?? '',
      inside: walk(process),
    }));
  processes.set(parsed, known);
  return known;
}

const elements = new WeakMap<Parsed, Moddle[]>();
const processes = new WeakMap<
  Parsed,
  { readonly processId: string; readonly inside: Moddle[] }[]
>();
