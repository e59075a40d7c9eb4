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
  start: { kind: 'none' | 'message' | 'timer'; messageName?: string }[];
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
}
