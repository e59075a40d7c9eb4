import { archimateFunctions } from './archimate';
import { bpmnFunctions } from './bpmn/functions';
import { dmnFunctions } from './dmn';
import type { KindFunctions } from './kindFunctions';

/** The kinds that are read in threads of their own. */
const KINDS: Record<string, Partial<KindFunctions>> = {
  bpmn: bpmnFunctions,
  dmn: dmnFunctions,
  archimate: archimateFunctions,
};

/** Calls a function of a kind; what `callIsolated` calls. */
export function callKind(
  kind: string,
  name: keyof KindFunctions,
  args: unknown[],
): unknown {
  const call = KINDS[kind][name] as (...given: unknown[]) => unknown;
  return call(...args);
}
