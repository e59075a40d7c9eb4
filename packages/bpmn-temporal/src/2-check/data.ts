import { list } from '../1-parse/moddle';
import type { Moddle } from '../1-parse/moddle';
import { is } from './model';

/** What kind of thing a data element holds; a reference to a data object or store holds what that does. */
export function itemOf(data: unknown): Moddle | undefined {
  const element = data as Moddle | undefined;
  const item = element?.itemSubjectRef as Moddle | undefined;
  if (item || !element) return item;
  const referred = element.dataObjectRef ?? element.dataStoreRef;
  return referred ? itemOf(referred) : undefined;
}

/** Two item definitions are the same where they are one, or name one structure. */
export function sameItem(a?: Moddle, b?: Moddle): boolean {
  return (
    a === b ||
    (a?.structureRef !== undefined && a.structureRef === b?.structureRef)
  );
}

/** What a message carries. */
export function payloadOf(message: unknown): Moddle | undefined {
  return (message as Moddle | undefined)?.itemRef as Moddle | undefined;
}

/** Inputs, outputs and their sets, of an ioSpecification or of an event. */
export interface DataOf {
  readonly inputs: readonly Moddle[];
  readonly outputs: readonly Moddle[];
  readonly inputSets: readonly Moddle[];
  readonly outputSets: readonly Moddle[];
}

/** The data of an activity, event or callable element. */
export function dataOf(element: Moddle): DataOf {
  const holder = is(element, 'Event')
    ? element
    : ((element.ioSpecification ?? {}) as Moddle);
  return {
    inputs: list(holder.dataInputs),
    outputs: list(holder.dataOutputs),
    inputSets: [...list(holder.inputSets), ...one(holder.inputSet)],
    outputSets: [...list(holder.outputSets), ...one(holder.outputSet)],
  };
}

function one(value: unknown): Moddle[] {
  return value ? [value as Moddle] : [];
}
