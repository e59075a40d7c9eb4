import type { JsonObject } from './json';

/** A BPMN error on its way up to the boundary event that catches its code (BPMN 2.0.2, 10.5.1). */
export class BpmnError extends Error {
  readonly code: string;
  readonly variables: JsonObject;

  constructor(code: string, message?: string, variables: JsonObject = {}) {
    super(message ?? `BPMN error ${code}`);
    this.name = 'BpmnError';
    this.code = code;
    this.variables = variables;
  }
}

/** A terminate end event was reached: the scope that runs it ends, with all that is still open in it (13.5.6). */
export class Terminated extends Error {
  constructor(elementId: string) {
    super(`Terminated by ${elementId}`);
    this.name = 'Terminated';
  }
}

/** The scope that waits was ended from outside; never an incident. */
export class Interrupted extends Error {
  constructor() {
    super('Interrupted');
    this.name = 'Interrupted';
  }
}
