import type { ProcessModel } from '../1-parse/model';
import { camelCase, identifiers } from './code';
import type { Inferred, JobShapes } from './infer';

/** Everything that the files of a project are written from. */
export interface Project {
  readonly name: string;
  readonly drawingPath: string;
  readonly drawing: string;
  readonly processes: readonly ProjectProcess[];
  readonly jobs: readonly ProjectJob[];
}

export interface ProjectProcess {
  readonly model: ProcessModel;
  readonly inferred: Inferred;
  readonly workflowType: string;
  readonly variablesType: string;
  /** `src/<base>.workflow.gen.ts` */
  readonly base: string;
}

export interface ProjectJob {
  readonly type: string;
  /** The function in `activities.ts`. */
  readonly functionName: string;
  /** Prefix of the types of input and output. */
  readonly typeName: string;
  readonly shapes: JobShapes;
}

/** Names the functions of the jobs: `qualifyLead` for `sales.qualify-lead`, with more of the type where that is taken. */
export function nameJobs(jobs: ReadonlyMap<string, JobShapes>): ProjectJob[] {
  const unique = identifiers(['activities', 'defaults', 'bpmnError']);
  const uniqueType = identifiers([
    'JsonValue',
    'JsonObject',
    'Activities',
    'JobType',
  ]);
  return [...jobs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, shapes]) => {
      const functionName = unique([
        type.split(/[.:/]/).at(-1) ?? '',
        type,
        `job ${type}`,
      ]);
      const pascal =
        functionName.charAt(0).toUpperCase() + functionName.slice(1);
      return {
        type,
        functionName,
        typeName: uniqueTypeName(uniqueType, pascal),
        shapes,
      };
    });
}

/** Types are capitalised, whatever the pool makes of the name. */
export function uniqueTypeName(
  unique: ReturnType<typeof identifiers>,
  pascal: string,
): string {
  const name = unique([`T ${pascal}`]).slice(1);
  return name;
}

/** `lead-to-order` for any id, to name a file by. */
export function fileBase(id: string, unique: (name: string) => string): string {
  const base = camelCase(id).replace(
    /[A-Z]/g,
    letter => `-${letter.toLowerCase()}`,
  );
  return unique(base || 'process');
}
