import { z } from 'zod';

/** Something that keeps a revision from being promoted. */
export const gateFinding = z.object({
  /** A diagnostic's code, `GATE_SECRET` or `GATE_REFERENCE`; what a waiver names. */
  code: z.string(),
  message: z.string(),
  elementId: z.string().optional(),
});
export type GateFinding = z.infer<typeof gateFinding>;

/** Somebody takes the responsibility for the findings of one code in one revision, for a time. */
export const waiver = z.object({
  revision: z.int().positive(),
  code: z.string(),
  reason: z.string(),
  expiresAt: z.iso.datetime(),
  by: z.string(),
});
export type Waiver = z.infer<typeof waiver>;

/** `GET /artifacts/{artifact}/revisions/{revision}/gate`: whether a revision could be promoted now. */
export const gate = z.object({
  /** All that was found. */
  findings: z.array(gateFinding),
  /** The waivers of the revision, those that have expired too. */
  waivers: z.array(waiver),
  /** What no waiver covers now. Empty: nothing but an approval is needed. */
  open: z.array(gateFinding),
});
export type Gate = z.infer<typeof gate>;
