/** Values that a process variable can have. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | JsonValue[]
  | { [name: string]: JsonValue };

export type JsonObject = { [name: string]: JsonValue };

export interface CompileOptions {
  /** Name of the project, in kebab-case; also the default task queue. */
  name: string;
  /** By job type: the variables that an activity not yet filled in answers with. */
  defaults?: Record<string, JsonObject>;
  /** DMN 1.3 files by name: the decisions that business rule tasks call. */
  decisions?: Record<string, string>;
  /** A task that nothing says who does becomes a job of its own, instead of being refused. */
  stub?: boolean;
  /** Mends what tools leave open or write in a way of their own, and warns of each with the code of the rule; stubs too. */
  lenient?: boolean;
}

export interface CompileResult {
  /** Sorted by path; empty when a diagnostic is an error. */
  files: GeneratedFile[];
  diagnostics: Diagnostic[];
  sourceMap: SourceMapEntry[];
  processes: ProcessInterface[];
}

export interface GeneratedFile {
  path: string;
  content: string;
  /** Files of the compiler are overwritten, files of the engineer are written once. */
  owner: 'compiler' | 'engineer';
}

export interface Diagnostic {
  /** One code a rule, such as `BT1203`. */
  code: string;
  severity: 'error' | 'warning' | 'info';
  message: string;
  /** What to do about it. */
  hint: string;
  elementId?: string;
  processId?: string;
  line?: number;
  column?: number;
}

/** The line of a generated file that stands for an element of the drawing. */
export interface SourceMapEntry {
  elementId: string;
  path: string;
  line: number;
}

/** What a compiled process offers to the world and asks of it. */
export interface ProcessInterface {
  processId: string;
  name: string;
  workflowType: string;
  start: {
    elementId: string;
    kind: 'none' | 'message' | 'timer' | 'signal' | 'conditional';
    messageName?: string;
    signalName?: string;
  }[];
  variables: { name: string; type: string }[];
  jobs: {
    type: string;
    elementIds: string[];
    input: string[];
    output: string[];
  }[];
  userTasks: {
    elementId: string;
    name: string;
    formId?: string;
    assignee?: string;
    candidateGroups?: string[];
    output: string[];
  }[];
  messages: { elementId: string; messageName: string }[];
  elements: { id: string; type: string; name?: string }[];
  /** How the flow was written. */
  shape?: FlowShape;
}

/** A process is wholly structured where it has no token region. */
export interface FlowShape {
  /** Flow nodes of the drawing, those of subprocesses too. */
  elements: number;
  /** Parts that are no nest of blocks, and the elements in them. */
  tokenRegions: number;
  inRegions: number;
  /** How often an element is written again. */
  copies: number;
}
