import { z } from 'zod';
import { elementId, identified } from './identified';

const expression = z.object({ id: elementId, text: z.string() });
const clause = identified.extend({
  expression: z.string().optional(),
  type: z.string().optional(),
});

/** What DMN 1.3 definitions say. */
export const dmnModel = identified.extend({
  inputData: z.array(identified),
  decisions: z.array(
    identified.extend({
      /** Ids of decisions and input data that it needs. */
      requires: z.array(z.string()),
      hitPolicy: z.string().optional(),
      inputs: z.array(clause),
      outputs: z.array(clause),
      rules: z.array(
        z.object({
          id: elementId,
          annotation: z.string().optional(),
          when: z.array(z.string()),
          then: z.array(z.string()),
        }),
      ),
      /** Of a decision that is no table. */
      literal: expression.optional(),
    }),
  ),
  /** Where things stand on the drawing, by the id of what they show. */
  layout: z.array(
    z.object({
      id: elementId,
      x: z.number(),
      y: z.number(),
      width: z.number(),
      height: z.number(),
    }),
  ),
});
export type DmnModel = z.infer<typeof dmnModel>;
