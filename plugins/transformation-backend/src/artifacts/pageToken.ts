import { InputError } from '@backstage/errors';
import type { z } from 'zod';

/** What says where a page ended. */
export function writePageToken(place: object): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws InputError where the text is no page token of such a list */
export function readPageToken<T extends z.ZodType>(
  place: T,
  token: string,
): z.output<T> {
  try {
    return place.parse(JSON.parse(Buffer.from(token, 'base64url').toString()));
  } catch {
    throw new InputError(
      'pageToken: must be the nextPageToken of the page before; leave it out for the first page',
    );
  }
}
