/** What the compiler knows of a drawing: the executable processes, as discriminated unions, with the ids of the drawing. */
export interface Drawing {
  readonly processes: readonly ProcessModel[];
}

export interface ProcessModel {
  readonly id: string;
  readonly name: string;
  readonly documentation: string;
  /** The version that calls can ask for. */
  readonly versionTag?: string;
  readonly body: Body;
}

/** The flow of a process or of an embedded subprocess: a graph. */
export interface Body {
  /** Id of the process or subprocess. */
  readonly id: string;
  readonly nodes: ReadonlyMap<string, FlowNode>;
  /** In the order of the file, which is the order in which an exclusive gateway asks. */
  readonly flows: readonly Flow[];
  /** Flows by their source and by their target; boundary events by what they are attached to. */
  readonly leaving: ReadonlyMap<string, readonly Flow[]>;
  readonly entering: ReadonlyMap<string, readonly Flow[]>;
  readonly borders: ReadonlyMap<string, readonly BoundaryEvent[]>;
  /** Compensation boundary event → the activity that compensates (10.6: association). */
  readonly handlers: ReadonlyMap<string, string>;
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
  | CallActivity
  | SubProcess
  | EventSubProcess
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

/** What all activities have in common (10.3). */
export interface ActivityBase extends Named, Mapped {
  readonly repeat?: Repeat;
  readonly isForCompensation: boolean;
  /** Tokens that it takes to start, and that leave on each flow (10.3, startQuantity and completionQuantity). */
  readonly startQuantity: number;
  readonly completionQuantity: number;
  /** The flow that is taken where no condition of the others holds. */
  readonly defaultFlow?: string;
}

/** Standard loop and multi-instance (10.3.8, 10.3.9). */
export type Repeat =
  | {
      readonly kind: 'loop';
      readonly condition?: string;
      readonly testBefore: boolean;
      readonly maximum?: string;
    }
  | {
      readonly kind: 'instances';
      readonly sequential: boolean;
      readonly collection?: string;
      readonly cardinality?: string;
      readonly element?: string;
      readonly until?: string;
      readonly outputCollection?: string;
      readonly outputElement?: string;
      /** Thrown when an instance completes (10.3.9, behavior): each time, the first time, or where a condition holds. */
      readonly throws?: readonly InstanceThrow[];
    };

export interface InstanceThrow {
  /** Undefined: each time. */
  readonly when?: 'first' | { readonly condition: string };
  readonly throws: Throw;
}

/** What an event waits for. */
export type Trigger =
  | { readonly kind: 'timer'; readonly timer: Timer }
  | {
      readonly kind: 'message';
      readonly name: string;
      readonly correlationKey: string;
    }
  | { readonly kind: 'signal'; readonly name: string }
  | { readonly kind: 'conditional'; readonly condition: string }
  | { readonly kind: 'error'; readonly code: string | undefined }
  | { readonly kind: 'escalation'; readonly code: string | undefined }
  | { readonly kind: 'compensation' }
  | { readonly kind: 'cancel' };

export type TriggerOf<Kind extends Trigger['kind']> = Extract<
  Trigger,
  { readonly kind: Kind }
>;

/** One trigger, or several: any of them, or all (multiple and parallel multiple events, 10.5.5). */
export interface Catch {
  readonly triggers: readonly Trigger[];
  readonly all: boolean;
}

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

/** What an event throws. */
export type Throw =
  | JobWork
  | { readonly kind: 'signal'; readonly name: string }
  | { readonly kind: 'escalation'; readonly code: string }
  /** Of one activity, or of all that have completed in the scope. */
  | { readonly kind: 'compensation'; readonly activityId?: string }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'terminate' };

export interface StartEvent extends Named, Mapped {
  readonly kind: 'start';
  readonly catches?: Catch;
  /** Of the start event of an event subprocess. */
  readonly interrupting: boolean;
}

export interface EndEvent extends Named, Mapped {
  readonly kind: 'end';
  readonly throws: readonly Throw[];
}

export interface IntermediateEvent extends Named, Mapped {
  readonly kind: 'event';
  readonly work:
    | { readonly kind: 'none' }
    | { readonly kind: 'catch'; readonly catches: Catch }
    | { readonly kind: 'throw'; readonly throws: readonly Throw[] }
    /** The token goes on at the catching link of the same name in the scope (10.5.5). */
    | {
        readonly kind: 'link';
        readonly link: string;
        readonly throws: boolean;
      };
}

export interface BoundaryEvent extends Named, Mapped {
  readonly kind: 'boundary';
  readonly attachedTo: string;
  readonly interrupting: boolean;
  readonly catches: Catch;
}

export interface Task extends ActivityBase {
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
  | {
      readonly kind: 'decision';
      readonly decisionId: string;
      readonly result: string;
    }
  | {
      readonly kind: 'receive';
      readonly catches: Catch;
      /** The message starts the process (10.3.3, instantiate). */
      readonly instantiates: boolean;
    }
  | UserWork;

export interface UserWork {
  readonly kind: 'user';
  readonly assignee?: string;
  readonly candidateGroups?: string;
  readonly candidateUsers?: string;
  readonly dueDate?: string;
  readonly followUpDate?: string;
  readonly priority?: string;
  readonly formId?: string;
}

export interface CallActivity extends ActivityBase {
  readonly kind: 'call';
  /** The id of the process that is called, or FEEL that answers it. */
  readonly process: string;
  readonly binding: Binding;
  readonly propagateAllParentVariables: boolean;
  readonly propagateAllChildVariables: boolean;
}

/** Which version of a process is called: the newest, that of the caller's build, or the newest with a tag. */
export type Binding =
  | { readonly kind: 'latest' }
  | { readonly kind: 'deployment' }
  | { readonly kind: 'versionTag'; readonly versionTag: string };

export interface SubProcess extends ActivityBase {
  readonly kind: 'subProcess';
  readonly body: Body;
  readonly transaction: boolean;
  readonly adHoc?: AdHoc;
}

export interface AdHoc {
  readonly sequential: boolean;
  /** FEEL that answers the ids of the activities to start. */
  readonly active?: string;
  readonly until?: string;
  readonly cancelRemaining: boolean;
  readonly outputCollection?: string;
  readonly outputElement?: string;
}

export interface EventSubProcess extends Named, Mapped {
  readonly kind: 'eventSubProcess';
  readonly body: Body;
}

export interface Gateway extends Named {
  readonly kind:
    | 'exclusive'
    | 'parallel'
    | 'inclusive'
    | 'complex'
    | 'eventBased';
  readonly defaultFlow?: string;
  /** Of a complex gateway: when it fires (13.4.5). */
  readonly activation?: string;
  /** Of an event-based gateway that starts the process: by one of its events, or by all. */
  readonly instantiates?: 'one' | 'all';
}

/** Something that the check refuses; it is here so that the graph stays whole. */
export interface Unsupported extends Named {
  readonly kind: 'unsupported';
}

export type Activity = Task | CallActivity | SubProcess;
