import { InputError } from '@backstage/errors';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { validate, type Schema } from 'jsonschema';

/** @throws InputError that names each field and what it has to be */
export function checkValues(
  { spec }: TemplateEntityV1beta3,
  values: Record<string, unknown>,
): void {
  const problems = [spec.parameters ?? []]
    .flat()
    .flatMap(page => validate(values, page as Schema).errors)
    .map(
      ({ property, message }) =>
        `${property.replace(/^instance\.?/, '') || 'values'} ${message}`,
    );
  if (problems.length) throw new InputError(problems.join('; '));
}
