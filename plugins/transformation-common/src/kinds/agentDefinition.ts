import { z } from 'zod';
import { linkTarget } from '../artifact/link';
import { elementId, identified } from './identified';

const jsonSchema = z.record(z.string(), z.unknown());

/** An agent as a graph: what it knows, what it may call, and in which order it works. */
export const agentDefinition = z.strictObject({
  name: z.string().min(1),
  description: z.string().optional(),
  model: z.strictObject({
    provider: z.string().min(1),
    name: z.string().min(1),
    temperature: z.number().min(0).max(2).optional(),
  }),
  instructions: z.string().min(1),
  /** JSON Schema of what the agent remembers from node to node. */
  state: jsonSchema.optional(),
  /** What the agent may call: an API, a process or another agent. */
  tools: z
    .array(
      identified.extend({
        target: linkTarget,
        description: z.string().optional(),
      }),
    )
    .default([]),
  nodes: z
    .array(
      identified.extend({
        type: z.enum(['model', 'tool', 'decision', 'human']),
        /** Of a node of the type `tool`. */
        tool: z.string().optional(),
        prompt: z.string().optional(),
      }),
    )
    .min(1),
  /** The node that it starts with. */
  entry: elementId,
  edges: z
    .array(
      z.strictObject({
        id: elementId,
        from: elementId,
        /** A node, or `END`. */
        to: elementId,
        /** FEEL; absent on the way that is taken otherwise. */
        when: z.string().optional(),
      }),
    )
    .default([]),
});
export type AgentDefinition = z.infer<typeof agentDefinition>;
