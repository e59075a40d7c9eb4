import type { Parsed } from '../1-parse';
import { definitionsOf } from '../1-parse/events';
import { list, text, typeName } from '../1-parse/moddle';
import type { Moddle } from '../1-parse/moddle';
import { enginePrefixes } from '../1-parse/vendors/said';
import { allElements } from './all-elements';
import type { Finding } from './rule';

/** Whether it is an element of a BPMN type or of one derived from it, such as `Activity`. */
export function is(element: Moddle, type: string): boolean;
export function is(element: unknown, type: string): element is Moddle;
export function is(element: unknown, type: string): boolean {
  const { $instanceOf: test, $descriptor: alike } = (element ??
    {}) as Partial<Moddle>;
  if (typeof test !== 'function') return false;
  if (typeof alike !== 'object' || alike === null)
    return Boolean(test.call(element, `bpmn:${type}`));
  // asked some hundred thousand times in a large drawing
  const answers = derived.get(alike) ?? new Map<string, boolean>();
  derived.set(alike, answers);
  const answer =
    answers.get(type) ?? Boolean(test.call(element, `bpmn:${type}`));
  answers.set(type, answer);
  return answer;
}

/** By the descriptor that elements of one type share: is it derived from a type? */
const derived = new WeakMap<object, Map<string, boolean>>();

/** All elements of a BPMN type in the file, in processes that are to be run and in others. */
export function every(parsed: Parsed, type: string): readonly Moddle[] {
  const known = elementTypes.get(parsed) ?? {
    types: byType(parsed),
    asked: new Map<string, readonly Moddle[]>(),
  };
  elementTypes.set(parsed, known);
  // the elements of one type are alike: one of them answers for all
  const found =
    known.asked.get(type) ??
    [...known.types.values()].filter(([one]) => is(one, type)).flat();
  known.asked.set(type, found);
  return found;
}

/** Some fifty rules look at the elements: the tree is walked once for all of them. What was repaired is parsed anew. */
const elementTypes = new WeakMap<
  Parsed,
  {
    readonly types: Map<string, Moddle[]>;
    readonly asked: Map<string, readonly Moddle[]>;
  }
>();

function byType(parsed: Parsed): Map<string, Moddle[]> {
  const types = new Map<string, Moddle[]>();
  for (const element of allElements(parsed)) {
    const alike = types.get(element.$type);
    if (alike) alike.push(element);
    else types.set(element.$type, [element]);
  }
  return types;
}

/** The nearest element of a type around the element. */
export function around(element: Moddle, type: string): Moddle | undefined {
  let outer = element.$parent;
  while (outer && !is(outer, type)) outer = outer.$parent;
  return outer;
}

/** Whether the element belongs to a process that says that it is to be run, or to what such a process may refer to. */
export function isExecutable(element: Moddle): boolean {
  const process = is(element, 'Process') ? element : around(element, 'Process');
  if (process) return process.isExecutable === true;
  return list(around(element, 'Definitions')?.rootElements).some(
    root => is(root, 'Process') && root.isExecutable === true,
  );
}

/** Processes, and subprocesses of all kinds: what holds flow nodes. */
export function containers(parsed: Parsed): readonly Moddle[] {
  return [...every(parsed, 'Process'), ...every(parsed, 'SubProcess')];
}

/** The kinds of an event's definitions, its own and those it refers to: `timer`, `message`, … */
export function kindsOf(event: Moddle): string[] {
  return definitionsOf(event)
    .filter(definition => is(definition, 'EventDefinition'))
    .map(definition => typeName(definition).replace('EventDefinition', ''));
}

/** The id that a call activity calls, without the prefix of its namespace. */
export function calledId(call: Moddle): string {
  const id = text(call.calledElement);
  return id.slice(id.lastIndexOf(':') + 1);
}

/** A finding at the element, or at the nearest one around it that has an id. */
export function at(element: Moddle, message: string): Finding {
  let named: Moddle | undefined = element;
  while (named && named.id === undefined) named = named.$parent;
  const process = is(element, 'Process') ? element : around(element, 'Process');
  return { elementId: named?.id, processId: process?.id, message };
}

/** `task "Name" (Id)`; an element without an id is told by the one around it. */
export function tell(element: Moddle): string {
  const type = typeName(element);
  if (element.id === undefined)
    return element.$parent ? `${type} of ${tell(element.$parent)}` : type;
  return element.name
    ? `${type} ${JSON.stringify(element.name)} (${element.id})`
    : `${type} ${element.id}`;
}

/**
 * Whether the drawing is made for an engine. Its extensions say how messages are sent and found and which language
 * expressions are in, which the standard asks of operations and of types.
 */
export function speaksZeebe(parsed: Parsed): boolean {
  return zeebe.test(parsed.source) || enginePrefixes(parsed.source).size > 0;
}

const zeebe =
  /\s(?:xmlns:\w+\s*=\s*["']http:\/\/camunda\.org\/schema\/zeebe\/1\.0|\w+:executionPlatform\s*=\s*["']Camunda Cloud)["']/;
