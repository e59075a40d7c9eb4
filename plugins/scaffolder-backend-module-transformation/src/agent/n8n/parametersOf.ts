import { z } from 'zod';
import { conditionGroup } from './conditions';
import type { Source } from './value';
import type { WorkflowNode } from './workflow';

type Refuse = (why: string) => void;
type Read = (value: unknown) => Source;

const isExpression = (value: unknown) =>
  typeof value === 'string' && value.startsWith('=');

/** What an agent is told besides what comes in. */
export function promptOf(
  { parameters }: WorkflowNode,
  refuse: Refuse,
): string | undefined {
  const { promptType, text, options } = z
    .object({
      promptType: z.string().optional(),
      text: z.string().optional(),
      options: z.object({ systemMessage: z.string().optional() }).optional(),
    })
    .catch({})
    .parse(parameters);
  const texts = [
    options?.systemMessage,
    promptType === 'define' ? text : undefined,
  ].filter(one => one !== undefined);
  for (const one of texts.filter(isExpression)) {
    refuse(`the expression ${one} is no text that is written down`);
  }
  return texts.join('\n\n') || undefined;
}

/** The model that a node stands for. */
export function modelOf(
  { parameters }: WorkflowNode,
  provider: string,
  refuse: Refuse,
) {
  const result = z
    .object({
      // versions differ in where they have its name
      model: z.union([z.string(), z.object({ value: z.string() })]).optional(),
      modelName: z.string().optional(),
      options: z
        .object({ temperature: z.number().min(0).max(2).optional() })
        .optional(),
    })
    .safeParse(parameters);
  const { model, modelName, options } = result.data ?? {};
  const found = typeof model === 'object' ? model.value : model ?? modelName;
  // Gemini's names have the collection before them
  const name = found?.replace(/^models\//, '');
  if (!name || !/^[A-Za-z0-9][A-Za-z0-9._:/-]*$/.test(name)) {
    refuse('it does not say which model it is');
  }
  return {
    provider,
    name: name ?? '',
    ...(options?.temperature !== undefined && {
      temperature: options.temperature,
    }),
  };
}

/** What a Set writes. */
export function assignmentsOf(
  { parameters }: WorkflowNode,
  read: Read,
  refuse: Refuse,
): Record<string, Source> {
  const result = z
    .object({
      mode: z.literal('manual').default('manual'),
      assignments: z.object({
        assignments: z.array(
          z.object({
            name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/),
            value: z.unknown(),
          }),
        ),
      }),
    })
    .safeParse(parameters);
  if (!result.success) {
    refuse('its values are not those of version 3, with plain names');
    return {};
  }
  return Object.fromEntries(
    result.data.assignments.assignments.map(({ name, value }) => [
      name,
      read(value),
    ]),
  );
}

const pairs = z
  .object({
    parameters: z.array(z.object({ name: z.string(), value: z.unknown() })),
  })
  .optional();

/** What an HTTP request sends; address and headers are those of the tool. */
export function argumentsOf(
  { parameters }: WorkflowNode,
  read: Read,
  refuse: Refuse,
): Record<string, Source> {
  const result = z
    .object({ bodyParameters: pairs, queryParameters: pairs })
    .safeParse(parameters);
  if (!result.success || parameters.jsonBody || parameters.body) {
    refuse('what it sends has to be listed field by field');
    return {};
  }
  const { bodyParameters, queryParameters } = result.data;
  return Object.fromEntries(
    [
      ...(bodyParameters?.parameters ?? []),
      ...(queryParameters?.parameters ?? []),
    ].map(({ name, value }) => [name, read(value)]),
  );
}

/** The rules of a Switch, in order. */
export function rulesOf({ parameters }: WorkflowNode, refuse: Refuse) {
  const result = z
    .object({
      mode: z.literal('rules').default('rules'),
      rules: z.object({
        values: z.array(z.object({ conditions: conditionGroup })).min(1),
      }),
    })
    .safeParse(parameters);
  if (result.success) {
    return result.data.rules.values.map(({ conditions }) => conditions);
  }
  refuse('its rules are not those of version 3');
  return [];
}
