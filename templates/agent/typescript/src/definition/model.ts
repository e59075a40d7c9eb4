import { z } from 'zod';

/** A value that is written down, or one of the state. */
const source = z.object({
  value: z.unknown().optional(),
  path: z.string().optional(),
});
export type Source = z.infer<typeof source>;

const tool = z.object({
  id: z.string(),
  target: z.string(),
  service: z.string(),
  method: z.string(),
  /** What a call can do: nothing, nothing before somebody else decides, or change something. What nobody has said to be harmless is not. */
  risk: z.enum(['read', 'propose', 'write']).default('propose'),
  scopes: z.array(z.string()).default([]),
  description: z.string().default(''),
});
/** Something that the agent may call: a method of a controller. */
export type Tool = z.infer<typeof tool>;

const node = z.object({
  id: z.string(),
  type: z.enum(['model', 'tool', 'decision', 'human', 'set']),
  tool: z.string().optional(),
  tools: z.array(z.string()).optional(),
  prompt: z.string().default(''),
  arguments: z.record(z.string(), source).default({}),
  values: z.record(z.string(), source).default({}),
});
/** A step of the graph. */
export type Node = z.infer<typeof node>;

const condition = z.object({
  path: z.string(),
  operator: z.enum([
    'equals',
    'notEquals',
    'lessThan',
    'atMost',
    'greaterThan',
    'atLeast',
    'contains',
    'exists',
    'notExists',
  ]),
  value: z.unknown().optional(),
});
/** One comparison with a value of the state. */
export type Condition = z.infer<typeof condition>;

const edge = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  when: z.string().optional(),
  conditions: z.array(condition).default([]),
});
/** A way from a node to another one, or to END. */
export type Edge = z.infer<typeof edge>;

/** An agent as a graph, to read it by; what it may say is in `agent.schema.json`. */
export const definition = z.object({
  name: z.string(),
  description: z.string().default(''),
  model: z.object({
    provider: z.string(),
    name: z.string(),
    temperature: z.number().optional(),
  }),
  instructions: z.string(),
  tools: z.array(tool).default([]),
  nodes: z.array(node),
  entry: z.string(),
  edges: z.array(edge).default([]),
  /** After which a run is ended. */
  limits: z
    .object({
      steps: z.number().default(25),
      toolCalls: z.number().default(20),
      runSeconds: z.number().default(120),
      modelSeconds: z.number().default(60),
      toolSeconds: z.number().default(15),
    })
    .prefault({}),
  interrupts: z.array(z.string()).default([]),
});
export type Definition = z.infer<typeof definition>;

/** Ids of the tools that a node may call. */
export function grantedTo({ tools }: Definition, node: Node): Set<string> {
  if (node.type === 'tool') return new Set(node.tool ? [node.tool] : []);
  return new Set(node.tools ?? tools.map(({ id }) => id));
}

/** Ids of the nodes at which a run may wait for a person. */
export const waitingNodes = ({ nodes, interrupts }: Definition): string[] => [
  ...interrupts,
  ...nodes.filter(({ type }) => type === 'human').map(({ id }) => id),
];
