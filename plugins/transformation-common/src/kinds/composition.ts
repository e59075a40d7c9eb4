import { z } from 'zod';
import { artifactReference, elementId, identified } from './identified';

/** Which processes, agents and tools make one automation, and how each of them runs. */
export const composition = z.strictObject({
  name: z.string().min(1),
  description: z.string().optional(),
  components: z
    .array(
      identified.extend({
        role: z.enum(['process', 'agent', 'tool']),
        /** With its tenant: `tenants/{tenant}/artifacts/{artifact}`. */
        artifact: artifactReference,
        /** The newest that was promoted where absent. */
        revision: z.int().positive().optional(),
        /** Runtimes may be mixed within one automation. */
        deployment: z.strictObject({
          runtime: z.enum(['temporal', 'camunda8', 'langgraph', 'kubernetes']),
          strategy: z.enum(['pinned', 'rolling', 'blue-green', 'canary']),
          replicas: z.int().min(0).optional(),
        }),
      }),
    )
    .min(1),
  /** The component that is started: a process or an agent. */
  entry: elementId,
  /** JSON Schema of what the components share. */
  state: z.record(z.string(), z.unknown()).optional(),
  memory: z
    .strictObject({
      scope: z.enum(['instance', 'entry', 'tenant']),
      /** ISO 8601, such as `P30D`. */
      keepFor: z.iso.duration().optional(),
    })
    .optional(),
});
export type Composition = z.infer<typeof composition>;
