import type { FlowShape } from '../../src';

/** How the files are compiled. */
export interface Mode {
  stub: boolean;
  lenient: boolean;
}

export type Verdict =
  | 'compiled'
  | 'refused'
  | 'crashed'
  | 'timeout'
  | 'typeerror';

/** What became of a file; the form of the JSON. */
export interface FileResult {
  file: string;
  verdict: Verdict;
  /** Of what refused it, each once, and what they were said of. */
  codes: string[];
  elementIds: string[];
  /** Codes of what it was warned of. */
  warnings: string[];
  /** What it crashed by, or its first type errors. */
  reason?: string;
  processes: ProcessResult[];
  ms: number;
}

export interface ProcessResult extends FlowShape {
  id: string;
  structured: boolean;
  /** A gateway or boundary event is there: a process without one is structured whatever the compiler does. */
  branches: boolean;
  /** Elements for which a job or a value was made up. */
  stubs: number;
}

/** What a worker is asked, and what it answers. */
export interface Task {
  path: string;
  file: string;
  mode: Mode;
  /** Whether the files are wanted back, to be type-checked. */
  output: boolean;
}

export interface Answer {
  result: FileResult;
  /** The files of the project but those that are the same in all. */
  output?: Record<string, string>;
}
