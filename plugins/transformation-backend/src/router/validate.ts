import type { z } from 'zod';
import { InputError } from '@backstage/errors';

/**
 * Checks a value against its schema.
 *
 * @throws InputError that names each place and what is wrong there
 */
export function validate<T extends z.ZodType>(
  schema: T,
  value: unknown,
): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) =>
    path.length ? `${path.join('.')}: ${message}` : message,
  );
  throw new InputError(problems.join('; '));
}
