import { z } from 'zod';
import { problem } from '@ameide/plugin-transformation-common';
import { artifactOperations } from './artifacts';
import { buildOperations } from './builds';
import { instanceOperations } from './instances';
import type { Operation } from './operation';
import { tenantOperations } from './tenants';

/** Every route of the API but the document itself. */
export const operations: Operation[] = [
  ...artifactOperations,
  ...buildOperations,
  ...instanceOperations,
  ...tenantOperations,
];

/** The API as an OpenAPI 3.1 document; its schemas are the zod schemas that requests and answers are checked with. */
export function openApiDocument(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: describe(operation),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Transformation', version: '1' },
    servers: [{ url: '/api/transformation/v1' }],
    security: [{ backstage: [] }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      securitySchemes: { backstage: { type: 'http', scheme: 'bearer' } },
    },
  };
}

/** What everything that writes can be answered. */
const TOO_MANY = {
  429: {
    description: 'Too many changes; Retry-After says how many seconds to wait',
    headers: { 'Retry-After': { schema: { type: 'integer' } } },
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
      },
    },
  },
};

function describe(operation: Operation) {
  const { summary, body, contentType = 'application/json' } = operation;
  const { answer, answerType = 'application/json', status = 200 } = operation;
  return {
    summary,
    parameters: [...inPath(operation.path), ...inQuery(operation.query)],
    ...(body && {
      requestBody: {
        required: true,
        content: { [contentType]: { schema: schemaOf(body, 'input') } },
      },
    }),
    responses: {
      [status]: {
        description: summary,
        content: { [answerType]: { schema: schemaOf(answer, 'output') } },
      },
      ...(operation.method !== 'get' && TOO_MANY),
      default: {
        description: 'What went wrong',
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
          },
        },
      },
    },
  };
}

function inPath(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function inQuery(query: z.ZodObject | undefined) {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: schemaOf(schema as z.ZodType, 'output'),
  }));
}

/** A schema of JSON Schema 2020-12, which is what OpenAPI 3.1 takes; what a check in code says has no place in it. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...described } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
  });
  return described;
}
