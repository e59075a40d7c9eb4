import { TransformationApiError } from '../../plugins/transformation-common/src';
import { Problem } from '../factory/problem';

/** One step of a walk. */
export interface StepReport {
  step: string;
  verdict: 'passed' | 'failed' | 'skipped';
  /** Seconds. */
  seconds: number;
  message?: string;
}

/** What a walk has shown. */
export interface WalkReport {
  file: string;
  verdict: 'passed' | 'failed';
  steps: StepReport[];
  /** What the compiler said. */
  diagnostics: object[];
  /** Ids of the flow nodes in the order of their entry. */
  path: string[];
  /** The variables at the end. */
  variables: Record<string, unknown>;
  instance?: string;
}

/** The steps of a walk, in their order; the first that fails ends it. */
export const STEPS = [
  'store',
  'compile',
  'pull-request',
  'merge',
  'roll-out',
  'start',
  'tasks',
  'end',
] as const;
export type StepName = (typeof STEPS)[number];

export function newReport(file: string): WalkReport {
  return {
    file,
    verdict: 'failed',
    steps: [],
    diagnostics: [],
    path: [],
    variables: {},
  };
}

/** Does a step and notes how it went. */
export async function reportStep<T>(
  report: WalkReport,
  name: StepName,
  work: () => Promise<T>,
): Promise<T> {
  const start = performance.now();
  const seconds = () => Math.round(performance.now() - start) / 1000;
  const note = (entry: StepReport) => {
    report.steps.push(entry);
    const mark = entry.verdict === 'passed' ? '✓' : '✗';
    const message = entry.message ? `: ${entry.message}` : '';
    process.stdout.write(
      `${mark} ${name} (${entry.seconds.toFixed(2)} s)${message}\n`,
    );
  };
  try {
    const result = await work();
    note({ step: name, verdict: 'passed', seconds: seconds() });
    return result;
  } catch (error) {
    const known =
      error instanceof Problem || error instanceof TransformationApiError;
    const message = known ? error.message : String(error);
    note({ step: name, verdict: 'failed', seconds: seconds(), message });
    for (const step of STEPS.slice(STEPS.indexOf(name) + 1)) {
      report.steps.push({ step, verdict: 'skipped', seconds: 0 });
    }
    throw error;
  }
}
