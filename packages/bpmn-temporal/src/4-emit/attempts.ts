import type { FlowNode } from '../1-parse/model';

/** How often a job is tried that says nothing else. */
export const usualAttempts = 3;

/** How often the first element of a job type wants it tried. */
export function attemptsOf([node]: readonly FlowNode[]): number {
  const retries =
    node && 'work' in node && node.work.kind === 'job'
      ? Number(node.work.retries)
      : usualAttempts;
  return Number.isInteger(retries) && retries > 0 ? retries : usualAttempts;
}
