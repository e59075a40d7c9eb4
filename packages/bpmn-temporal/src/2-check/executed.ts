import type { Parsed } from '../1-parse';
import { executableProcesses } from '../1-parse';
import { allBodies, allNodes } from '../1-parse/walk';
import type { Body, FlowNode } from '../1-parse/model';
import { list } from '../1-parse/moddle';
import type { Moddle } from '../1-parse/moddle';
import { processElements } from './all-elements';

/** All elements of the executable processes, as moddle has them. */
export function* executed(
  parsed: Parsed,
): Generator<{ element: Moddle; processId: string }> {
  for (const { processId, inside } of processElements(parsed))
    for (const element of inside) yield { element, processId };
}

/** The flow nodes and flows only. */
export function* flowElements(
  parsed: Parsed,
): Generator<{ element: Moddle; processId: string }> {
  for (const process of executableProcesses(parsed.definitions)) {
    const containers = [process];
    for (
      let container = containers.pop();
      container;
      container = containers.pop()
    )
      for (const element of list(container.flowElements)) {
        yield { element, processId: process.id ?? '' };
        if (element.flowElements) containers.push(element);
      }
  }
}

/** The graphs of the executable processes and of their subprocesses. */
export function* bodies(
  parsed: Parsed,
): Generator<{ body: Body; processId: string }> {
  for (const process of parsed.drawing.processes)
    for (const body of allBodies(process.body))
      yield { body, processId: process.id };
}

export function* nodes(
  parsed: Parsed,
): Generator<{ node: FlowNode; body: Body; processId: string }> {
  for (const { body, processId } of bodies(parsed))
    for (const node of body.nodes.values()) yield { node, body, processId };
}

export { allNodes };

/** `"Name" (Id)`, or the id alone. */
export function show({
  id,
  name,
}: {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}): string {
  return name ? `${JSON.stringify(name)} (${id})` : `${id}`;
}
