import { z } from 'zod';
import { linkTarget } from '../artifact/link';
import { elementId, identified } from './identified';

const jsonSchema = z.record(z.string(), z.unknown());

/** Where something is in the state of a run, as in `think.score`. */
const statePath = z
  .string()
  .max(400)
  .regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/);

/** A value that is written down, or one of the state. */
const source = z.union([
  z.strictObject({ value: z.unknown() }),
  z.strictObject({ path: statePath }),
]);

/** One comparison; nothing of it is code. */
const condition = z.strictObject({
  path: statePath,
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
  /** Of all operators but `exists` and `notExists`. */
  value: z.unknown().optional(),
});

/** What a call of a tool can do. */
export const toolRisk = z.enum([
  /** Changes nothing. */
  'read',
  /** Is never called: a person or a process decides on what it would have done. */
  'propose',
  /** Changes something; is called where a sandbox run of this very version has passed, else proposed. */
  'write',
]);
export type ToolRisk = z.infer<typeof toolRisk>;

const PROTO_NAME = /^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$/;

const tool = identified.extend({
  target: linkTarget,
  description: z.string().optional(),
  /** Full name of the service in the target's contract, as in `acme.orders.v1.OrderService`. */
  service: z.string().max(300).regex(PROTO_NAME).optional(),
  /** As in `ListOrders`. */
  method: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]{0,99}$/)
    .optional(),
  risk: toolRisk.optional(),
  /** Of the caller's token; without all of them the tool is not there for the agent. */
  scopes: z
    .array(
      z
        .string()
        .max(200)
        .regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]*$/),
    )
    .optional(),
});

const node = identified.extend({
  /** `set` writes values into the state; `decision` does nothing but choose a way. */
  type: z.enum(['model', 'tool', 'decision', 'human', 'set']),
  /** Of a node of the type `tool`. */
  tool: z.string().optional(),
  /** Of a node of the type `model`: ids of the tools that it may call; all where it is left out. */
  tools: z.array(elementId).optional(),
  prompt: z.string().optional(),
  /** Of a node of the type `tool`: what it is called with. */
  arguments: z.record(z.string(), source).optional(),
  /** Of a node of the type `set`. */
  values: z.record(z.string(), source).optional(),
});

const edge = z.strictObject({
  id: elementId,
  from: elementId,
  /** A node, or `END`. */
  to: elementId,
  /** FEEL; absent on the way that is taken otherwise. */
  when: z.string().optional(),
  /** All have to hold; for runtimes without FEEL. */
  conditions: z.array(condition).min(1).optional(),
});

const seconds = z.number().positive().max(86_400);

/** After which a run is ended. */
const limits = z.strictObject({
  /** Steps of the graph. */
  steps: z.number().int().min(1).max(1000).optional(),
  toolCalls: z.number().int().min(0).max(1000).optional(),
  runSeconds: seconds.optional(),
  modelSeconds: seconds.optional(),
  toolSeconds: seconds.optional(),
});

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
  tools: z.array(tool).default([]),
  nodes: z.array(node).min(1),
  /** The node that it starts with. */
  entry: elementId,
  /** Of those that leave a node, the first whose condition holds is taken. */
  edges: z.array(edge).default([]),
  limits: limits.optional(),
  /** Nodes that are not entered before a person agrees. */
  interrupts: z.array(elementId).optional(),
});
export type AgentDefinition = z.infer<typeof agentDefinition>;
export type AgentTool = z.infer<typeof tool>;
export type AgentNode = z.infer<typeof node>;
export type AgentEdge = z.infer<typeof edge>;
export type AgentCondition = z.infer<typeof condition>;
