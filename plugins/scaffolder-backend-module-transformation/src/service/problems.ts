import { InputError } from '@backstage/errors';
import type { z } from 'zod';

/**
 * What to say of parameters that nothing can be made from.
 *
 * @param what - as a sentence begins with it, `A domain controller`
 */
export const refusedBecause = (what: string, problems: string[]) =>
  new InputError(
    `${what} cannot be made from these parameters: ${problems.join('; ')}`,
  );

/** One sentence for each parameter that is wrong. */
export const problemsOf = ({ issues }: z.ZodError): string[] =>
  issues.map(
    ({ path, message }) => `${path.join('.') || 'parameters'}: ${message}`,
  );
