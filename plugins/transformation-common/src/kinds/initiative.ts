import { z } from 'zod';
import { linkTarget } from '../artifact/link';
import { elementId, identified } from './identified';

/** A transformation: its stages, what it is measured by, and the artifacts that it brings. */
export const initiative = z.strictObject({
  name: z.string().min(1),
  goal: z.string().min(1),
  stages: z
    .array(
      identified.extend({
        status: z.enum(['planned', 'active', 'done', 'dropped']),
        start: z.iso.date().optional(),
        end: z.iso.date().optional(),
      }),
    )
    .min(1),
  metrics: z
    .array(
      identified.extend({
        unit: z.string(),
        baseline: z.number(),
        target: z.number(),
        current: z.number().optional(),
      }),
    )
    .default([]),
  artifacts: z
    .array(
      z.strictObject({
        id: elementId,
        target: linkTarget,
        revision: z.int().positive().optional(),
        /** The stage that it belongs to. */
        stage: z.string().optional(),
      }),
    )
    .default([]),
});
export type Initiative = z.infer<typeof initiative>;
