import { z } from 'zod';
import { agentDefinition } from './agentDefinition';
import { archimateModel } from './archimate';
import { baseline } from './baseline';
import { bpmnModel } from './bpmn';
import { composition } from './composition';
import { dmnModel } from './dmn';
import { initiative } from './initiative';
import { markdownModel } from './markdown';

/** The schema of each kind that the factory brings, by its name: of the content itself, or of what XML and Markdown say. */
export const kindSchemas = {
  bpmn: bpmnModel,
  dmn: dmnModel,
  archimate: archimateModel,
  markdown: markdownModel,
  'agent-definition': agentDefinition,
  composition,
  initiative,
  baseline,
} satisfies Record<string, z.ZodType>;
export type FactoryKind = keyof typeof kindSchemas;

/** The same as JSON Schema, draft 2020-12. */
export function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, { io: 'input' }) as Record<string, unknown>;
}

export * from './agentDefinition';
export * from './archimate';
export * from './baseline';
export * from './bpmn';
export * from './composition';
export * from './dmn';
export * from './initiative';
export * from './markdown';
export * from './startContent';
