import type { Request } from 'express';
import { InputError } from '@backstage/errors';
import type { Artifact } from '@ameide/plugin-transformation-common';

/** The entity tag of an artifact: its sequence. */
export function etagOf({ sequence }: Pick<Artifact, 'sequence'>): string {
  return `"${sequence}"`;
}

/**
 * The body of a command. `If-Match` with the tag of an artifact says the same
 * as `expectedSequence`, for those who would rather use headers.
 *
 * @throws InputError where the header is no such tag, or contradicts the body
 */
export function withPrecondition(request: Request): unknown {
  const header = request.header('if-match');
  if (header === undefined) return request.body;
  const [, digits] = /^"(\d{1,9})"$/.exec(header) ?? [];
  if (!digits) {
    throw new InputError(
      'If-Match: must be the ETag of an artifact, its sequence between quotes: "7"',
    );
  }
  const expectedSequence = Number(digits);
  const given = request.body?.expectedSequence;
  if (given !== undefined && given !== expectedSequence) {
    throw new InputError(
      `If-Match: says ${expectedSequence}, and expectedSequence says ${given}; leave one of them out`,
    );
  }
  return { ...request.body, expectedSequence };
}
