/** What the compiler knows of a drawing: the executable processes, as discriminated unions, with the ids of the drawing. */
export interface Drawing {
  readonly processes: readonly ProcessModel[];
}

export interface ProcessModel {
  readonly id: string;
  readonly name: string;
  readonly documentation: string;
  readonly body: Body;
}

/** The flow of a process or of an embedded subprocess: a graph. */
export interface Body {
  /** Id of the process or subprocess. */
  readonly id: string;
  readonly nodes: ReadonlyMap<string, FlowNode>;
  /** In the order of the file, which is the order in which an exclusive gateway asks. */
  readonly flows: readonly Flow[];
}

export interface Flow {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly target: string;
  readonly condition?: string;
}

export type FlowNode =
  | StartEvent
  | EndEvent
  | IntermediateEvent
  | BoundaryEvent
  | Task
  | SubProcess
  | Gateway
  | Unsupported;

interface Named {
  readonly id: string;
  readonly name: string;
  readonly documentation: string;
  /** The element's name in BPMN, such as `serviceTask`. */
  readonly type: string;
}

interface Mapped {
  readonly input: readonly MappingEntry[];
  readonly output: readonly MappingEntry[];
}

export interface MappingEntry {
  readonly target: string;
  readonly source: string;
}

export type Trigger =
  | { readonly kind: 'timer'; readonly timer: Timer }
  | {
      readonly kind: 'message';
      readonly name: string;
      readonly correlationKey: string;
    };

export interface Timer {
  readonly form: 'duration' | 'date' | 'cycle';
  readonly source: string;
}

export interface JobWork {
  readonly kind: 'job';
  readonly jobType: string;
  readonly retries: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface StartEvent extends Named, Mapped {
  readonly kind: 'start';
  readonly trigger?: Trigger;
}

export interface EndEvent extends Named, Mapped {
  readonly kind: 'end';
  readonly work:
    | { readonly kind: 'none' | 'terminate' }
    | { readonly kind: 'error'; readonly code: string }
    | JobWork;
}

export interface IntermediateEvent extends Named, Mapped {
  readonly kind: 'event';
  readonly work:
    | { readonly kind: 'none' }
    | { readonly kind: 'catch'; readonly trigger: Trigger }
    | JobWork;
}

export interface BoundaryEvent extends Named, Mapped {
  readonly kind: 'boundary';
  readonly attachedTo: string;
  readonly interrupting: boolean;
  readonly catches:
    | Trigger
    | { readonly kind: 'error'; readonly code: string | undefined };
}

export interface Task extends Named, Mapped {
  readonly kind: 'task';
  readonly work: TaskWork;
}

export type TaskWork =
  | JobWork
  | { readonly kind: 'none' }
  | {
      readonly kind: 'script';
      readonly expression: string;
      readonly result: string;
    }
  | { readonly kind: 'receive'; readonly trigger: Trigger }
  | {
      readonly kind: 'user';
      readonly assignee?: string;
      readonly candidateGroups?: string;
      readonly dueDate?: string;
      readonly formId?: string;
    };

export interface SubProcess extends Named, Mapped {
  readonly kind: 'subProcess';
  readonly body: Body;
}

export interface Gateway extends Named {
  readonly kind: 'exclusive' | 'parallel' | 'eventBased';
  readonly defaultFlow?: string;
}

/** Something that the check refuses; it is here so that the graph stays whole. */
export interface Unsupported extends Named {
  readonly kind: 'unsupported';
}

export function outgoing(body: Body, id: string): Flow[] {
  return body.flows.filter(flow => flow.source === id);
}

export function incoming(body: Body, id: string): Flow[] {
  return body.flows.filter(flow => flow.target === id);
}

export function boundaryOf(body: Body, id: string): BoundaryEvent[] {
  return [...body.nodes.values()].filter(
    (node): node is BoundaryEvent =>
      node.kind === 'boundary' && node.attachedTo === id,
  );
}

/** All nodes of a body, those of its subprocesses too, in the order of the file. */
export function* allNodes(body: Body): Generator<FlowNode> {
  for (const node of body.nodes.values()) {
    yield node;
    if (node.kind === 'subProcess') yield* allNodes(node.body);
  }
}

/** The body and those of its subprocesses. */
export function* allBodies(body: Body): Generator<Body> {
  yield body;
  for (const node of body.nodes.values())
    if (node.kind === 'subProcess') yield* allBodies(node.body);
}
