import type { Body, FlowNode, SubProcess } from '../../1-parse/model';
import type { FlowChoice } from '../../3-structure/statements';
import type { Writer } from '../writer';

/** What the definitions of elements need to know of the project. */
export interface ElementContext {
  readonly body: Body;
  /** Whether nothing can interrupt the element or run beside it. */
  readonly isAlone: (id: string) => boolean;
  /** The expression for the policy of a job. */
  readonly policy: (jobType: string) => string;
  /** Notes that a runtime function is used, and answers its name. */
  readonly use: (runtimeFunction: string) => string;
  /** The code for a value of the drawing, FEEL where it starts with `=`. */
  readonly expression: (source: string) => string;
  /** The block that a gateway opens, with the gateway that joins it. */
  readonly blockOf: (
    forkId: string,
  ) => { readonly join: FlowNode | undefined } | undefined;
  /** Workflow types of the processes of the drawing, by process id. */
  readonly workflows: ReadonlyMap<string, string>;
  /** Types of the variables that a user task is completed with, as far as they are known. */
  readonly answersOf: (taskId: string) => Readonly<Record<string, string>>;
  /** Writes the call of a compensation handler, with what is inside of it. */
  readonly writeHandler: (
    writer: Writer,
    body: Body,
    handlerId: string,
  ) => void;
  /** Writes the flow of the compensation event subprocess of a subprocess. */
  readonly writeInside: (writer: Writer, body: Body) => void;
}

/** `name: value`; left out where there is no value. Several lines are written by a function. */
export type Field = readonly [
  name: string,
  value: string | undefined | ((writer: Writer) => void),
];

/** `const … = maker('Id', 'Name', …arguments, { …fields });`. */
export interface Definition {
  readonly maker: string;
  readonly fields?: readonly Field[];
  /** Plain arguments; before the fields where there are both. */
  readonly args?: readonly string[];
  /** Plain arguments behind the fields. */
  readonly after?: readonly string[];
  /** Takes a configuration even if there is nothing in it. */
  readonly configured?: boolean;
}

export type Defined = FlowNode | FlowChoice;
export type { SubProcess };
