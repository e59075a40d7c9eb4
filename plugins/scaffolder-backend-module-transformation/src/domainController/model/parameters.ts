import { z } from 'zod';
import { entityRef, serviceName, text } from '../../service/parameters';
import { RESERVED_COMMANDS, RESERVED_FIELDS } from './reserved';

/**
 * The template's parameters, as its JSON Schema has them. They are looked at
 * again here, since what is made from them becomes code.
 */
const SEGMENT = /^[a-z][a-z0-9]{0,29}$/;
const TYPE = /^[A-Z][A-Za-z0-9]{0,39}$/;
const FIELD = /^[a-z][a-z0-9]*(_[a-z][a-z0-9]*)*$/;
const VALUE = /^[A-Z][A-Z0-9]*(_[A-Z][A-Z0-9]*)*$/;
const described = { description: text(300).default('') };
const fieldName = z
  .string()
  .max(40)
  .regex(FIELD)
  .refine(
    name => !RESERVED_FIELDS.includes(name),
    'this name is taken, choose another one',
  );
const field = z.discriminatedUnion('type', [
  z.strictObject({
    ...described,
    name: fieldName,
    type: z.literal('string'),
    required: z.boolean().default(false),
    maxLength: z.number().int().min(1).max(10_000).default(200),
  }),
  z.strictObject({
    ...described,
    name: fieldName,
    type: z.enum(['int32', 'int64', 'double']),
    nonNegative: z.boolean().default(false),
  }),
  z.strictObject({ ...described, name: fieldName, type: z.literal('bool') }),
  z.strictObject({
    ...described,
    name: fieldName,
    type: z.literal('timestamp'),
    required: z.boolean().default(false),
  }),
  z.strictObject({
    ...described,
    name: fieldName,
    type: z.literal('enum'),
    required: z.boolean().default(false),
    values: z.array(z.string().max(40).regex(VALUE)).min(1).max(50),
  }),
]);

const command = z.strictObject({
  ...described,
  name: z
    .string()
    .regex(TYPE)
    .refine(
      name => !RESERVED_COMMANDS.includes(name),
      'every aggregate has this method already',
    ),
  from: z.array(z.string().max(40).regex(VALUE)).min(1).max(20),
  to: z.string().max(40).regex(VALUE),
});

const aggregate = z.strictObject({
  ...described,
  name: z.string().regex(TYPE),
  plural: z.string().regex(TYPE).optional(),
  fields: z.array(field).min(1).max(60),
  states: z.array(z.string().max(40).regex(VALUE)).max(20).default([]),
  commands: z.array(command).max(30).default([]),
});

export const domainControllerParameters = z.strictObject({
  name: serviceName,
  title: text(100).min(1),
  description: text(300).default(''),
  organization: z.string().regex(SEGMENT),
  domain: z.string().regex(SEGMENT),
  apiVersion: z.enum(['v1', 'v1alpha1']).default('v1'),
  contract: z.enum(['service', 'repository']).default('service'),
  language: z.enum(['typescript', 'go', 'python']),
  owner: entityRef('group'),
  system: entityRef('system'),
  ci: z.enum(['github', 'gitlab']).default('github'),
  aggregates: z.array(aggregate).min(1).max(20),
});

export type DomainControllerParameters = z.infer<
  typeof domainControllerParameters
>;
export type FieldParameters = z.infer<typeof field>;
export type CommandParameters = z.infer<typeof command>;
