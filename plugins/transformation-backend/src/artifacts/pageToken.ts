import { InputError } from '@backstage/errors';
import { z } from 'zod';

const place = z.object({ updatedAt: z.iso.datetime(), id: z.string() });
type Place = z.infer<typeof place>;

/** What says where a page ended. */
export function writePageToken({ updatedAt, id }: Place): string {
  return Buffer.from(JSON.stringify({ updatedAt, id })).toString('base64url');
}

/** @throws InputError where the text is no page token */
export function readPageToken(token: string): Place {
  try {
    return place.parse(JSON.parse(Buffer.from(token, 'base64url').toString()));
  } catch {
    throw new InputError(
      'pageToken: must be the nextPageToken of the page before; leave it out for the first page',
    );
  }
}
