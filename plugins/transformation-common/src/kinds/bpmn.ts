import { z } from 'zod';
import { identified } from './identified';

/** What a BPMN 2.0 drawing consists of; its layout and its details are in the XML alone. */
export const bpmnModel = z.object({
  processes: z.array(
    identified.extend({
      elements: z.array(
        identified.extend({
          /** `userTask`, `sequenceFlow`, … */
          type: z.string(),
          documentation: z.string().optional(),
        }),
      ),
    }),
  ),
});
export type BpmnModel = z.infer<typeof bpmnModel>;
