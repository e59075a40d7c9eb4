import { z } from 'zod';
import { toolRisk } from '@ameide/plugin-transformation-common';
import { entityRef, serviceName, text } from '../service/parameters';

/** Providers of models whose package the skeleton has, and the variable that each reads its key from. */
export const PROVIDERS = {
  anthropic: 'ANTHROPIC_API_KEY',
  openai: 'OPENAI_API_KEY',
  google_genai: 'GOOGLE_API_KEY',
} as const;
export type Provider = keyof typeof PROVIDERS;
export const providers = Object.keys(PROVIDERS) as [Provider, ...Provider[]];

const tool = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,59}$/)
    .optional(),
  controller: entityRef('component'),
  api: entityRef('api').optional(),
  service: z
    .string()
    .max(200)
    .regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*\.[A-Z][A-Za-z0-9]*$/),
  method: z.string().regex(/^[A-Z][A-Za-z0-9]{0,79}$/),
  risk: toolRisk,
  scope: z
    .string()
    .max(200)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]*$/),
  description: text(500).default(''),
});
export type ToolParameters = z.infer<typeof tool>;

const proto = z.strictObject({
  path: z
    .string()
    .max(200)
    .regex(/^[a-z][a-z0-9_]*(\/[a-z][a-z0-9_]*)*\.proto$/)
    // buf has these from their owners
    .refine(
      path => !/^(buf|google)\//.test(path),
      'is there already, or comes with buf',
    ),
  content: z.string().min(1).max(500_000),
});

/**
 * The template's parameters, as its JSON Schema has them. They are looked at
 * again here, since what is made from them becomes files.
 */
export const agentParameters = z.strictObject({
  name: serviceName,
  title: text(100).min(1),
  description: text(300).default(''),
  owner: entityRef('group'),
  system: entityRef('system'),
  language: z.enum(['python', 'typescript']),
  ci: z.enum(['github', 'gitlab']).default('github'),
  purpose: z.string().max(20_000).default(''),
  provider: z.enum(providers).default('anthropic'),
  model: z
    .string()
    .max(100)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]*$/)
    .default('claude-sonnet-4-5'),
  tools: z.array(tool).max(50).default([]),
  protos: z.array(proto).max(100).default([]),
  definition: z.string().max(500_000).default(''),
  n8n: z.string().max(2_000_000).default(''),
});
export type AgentParameters = z.infer<typeof agentParameters>;
