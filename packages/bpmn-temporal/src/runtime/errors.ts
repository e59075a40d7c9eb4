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

/** A cancel end event was reached: the transaction around it is undone (10.3.5, 13.5.3). */
export class Cancelled extends Error {
  constructor(elementId: string) {
    super(`Cancelled by ${elementId}`);
    this.name = 'Cancelled';
  }
}

/** The scope that waits was ended from outside; never an incident. */
export class Interrupted extends Error {
  constructor() {
    super('Interrupted');
    this.name = 'Interrupted';
  }
}

/** The flow was through before this run began. */
export class Through extends Error {
  constructor() {
    super('Through');
    this.name = 'Through';
  }
}

/** An operator had an activity skipped: it ends as if these variables were its result. */
export class Skipped extends Error {
  readonly variables: JsonObject;
  constructor(variables: JsonObject) {
    super('Skipped');
    this.name = 'Skipped';
    this.variables = variables;
  }
}

/** An operator had the instance fail by an incident. */
export class Failed extends Error {
  constructor(elementId: string, message: string) {
    super(`Incident of ${elementId}: ${message}`);
    this.name = 'Failed';
  }
}

/** What moves tokens is no failure. */
export function isFlow(error: unknown): boolean {
  return [
    BpmnError,
    Terminated,
    Cancelled,
    Interrupted,
    Through,
    Skipped,
    Failed,
  ].some(kind => error instanceof kind);
}
