import { BpmnError, Terminated } from './errors';
import type { Element, Outcome, Run } from './element';
import { enter } from './instance';
import { ask, mustAsk } from './resume';
import { failIfClosed } from './scope';
import type { Scope } from './scope';

/** An element that only notes that the token passed: start and throw none events, gateways that join or pass on. */
export function pass(id: string, name: string, type: string): Run {
  return scope => {
    try {
      failIfClosed(scope);
      const { instance } = scope;
      if (mustAsk(instance, id))
        return ask(scope, id, () => passing(scope, { id, name, type }));
      return passing(scope, { id, name, type });
    } catch (error) {
      return Promise.reject(error);
    }
  };
}

/** Notes that the token has passed. */
export function passing(scope: Scope, element: Element): Promise<Outcome> {
  enter(scope.instance, element);
  if (element.type === 'endEvent') noteEnd(scope, element.id);
  return passed;
}

/** One for all: the SDK takes a stack trace of each promise. */
const passed: Promise<Outcome> = Promise.resolve(undefined);

/** A none end event: the token is consumed (10.5.3). */
export function endEvent(id: string, name: string): Run {
  return pass(id, name, 'endEvent');
}

/** The end event of the process that was reached last is told by the query `state`. */
export function noteEnd(scope: Scope, id: string): void {
  if (!scope.body?.scope.parent) scope.instance.lastEnd = id;
}

/** Ends the process or subprocess with all its tokens. */
export function terminateEvent(id: string, name: string) {
  const ended = endEvent(id, name);
  return async (scope: Parameters<Run>[0]): Promise<never> => {
    await ended(scope);
    throw new Terminated(id);
  };
}

/** Throws a BPMN error to the next boundary event outside that catches its code. */
export function errorEvent(id: string, name: string, code: string) {
  const ended = endEvent(id, name);
  return async (scope: Parameters<Run>[0]): Promise<never> => {
    await ended(scope);
    throw new BpmnError(code, `Error end event ${id}: ${code}`);
  };
}
