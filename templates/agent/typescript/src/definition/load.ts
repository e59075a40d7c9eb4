import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { StartError } from '../errors.ts';
import { findProblems } from './check.ts';
import { definition, type Definition } from './model.ts';
import { readYaml } from './readYaml.ts';

/**
 * Reads the definition of an agent.
 *
 * @param schema - path of the JSON Schema that it has to keep to
 * @throws StartError that names every place that is wrong
 */
export const loadDefinition = (path: string, schema: string): Definition =>
  parseDefinition(
    readYaml(path),
    JSON.parse(readFileSync(schema, 'utf8')) as object,
  );

/** Checks a definition by the schema, and what it names by what is there. @throws StartError */
export function parseDefinition(content: unknown, schema: object): Definition {
  const problems = problemsBySchema(content, schema);
  if (problems.length) throw wrong(problems);
  const result = definition.safeParse(content);
  if (!result.success) {
    // what the schema leaves open, since others than us can run it: service and method
    throw wrong(
      result.error.issues.map(
        ({ path, message }) => `${placeOf(path)}: ${message}`,
      ),
    );
  }
  const more = findProblems(result.data);
  if (more.length) throw wrong(more);
  return result.data;
}

function problemsBySchema(content: unknown, schema: object): string[] {
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(
    schema,
  );
  if (validate(content)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${placeOf(
        instancePath.split('/').slice(1),
      )}: ${message} ${JSON.stringify(params)}`,
  );
}

const placeOf = (path: readonly PropertyKey[]) =>
  path.map(String).join('.') || 'definition';

const wrong = (problems: string[]) =>
  new StartError(`The definition is wrong. ${problems.join('; ')}`);
