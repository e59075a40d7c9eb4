import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { digestOf } from './digest.ts';

/** The record of a sandbox run in which every scenario went as expected. */
const passed = z.object({
  digest: z.string(),
  time: z.string(),
  /** The tools that each scenario called, in order. */
  trajectories: z.record(z.string(), z.array(z.string())),
});
export type Passed = z.infer<typeof passed>;

/** Whether the record is of exactly this version. */
export function hasPassed(record: string, root: string): boolean {
  try {
    const { digest } = passed.parse(JSON.parse(readFileSync(record, 'utf8')));
    return digest === digestOf(root);
  } catch {
    return false;
  }
}
