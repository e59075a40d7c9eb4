import { z } from 'zod';

/** What a way leads to. */
const connection = z.object({
  node: z.string(),
  type: z.string(),
  index: z.number().int().min(0).default(0),
});

const node = z.object({
  name: z.string().min(1).max(200),
  type: z.string(),
  parameters: z.record(z.string(), z.unknown()).default({}),
  credentials: z.record(z.string(), z.unknown()).optional(),
  disabled: z.boolean().default(false),
});

/** A workflow as n8n exports it; what else is in it says nothing of what it does. */
export const workflow = z.object({
  nodes: z.array(node).min(1).max(200),
  connections: z
    .record(
      z.string(),
      z.record(z.string(), z.array(z.array(connection).nullable())),
    )
    .default({}),
});
export type Workflow = z.infer<typeof workflow>;
export type WorkflowNode = z.infer<typeof node>;

/** What a node leads to, by its outputs. */
export const outputsOf = ({ connections }: Workflow, name: string) =>
  (connections[name]?.main ?? []).map(output =>
    (output ?? []).map(({ node: to }) => to),
  );

/** What is plugged into a node, as a model or a tool. */
export const pluggedInto = (
  { nodes, connections }: Workflow,
  name: string,
  type: 'ai_languageModel' | 'ai_tool',
) =>
  nodes.filter(({ name: other }) =>
    (connections[other]?.[type] ?? []).some(output =>
      output?.some(to => to.node === name),
    ),
  );
