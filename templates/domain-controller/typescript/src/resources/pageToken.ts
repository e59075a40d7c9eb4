import { Code, ConnectError } from '@connectrpc/connect';
import { z } from 'zod';

const DEFAULT_SIZE = 50;
const MOST = 200;

const token = z.tuple([z.string(), z.uuid()]);

/** How many a page holds; whoever asks for none or too many gets what is usual. */
export function pageSizeOf(asked: number): number {
  return asked > 0 ? Math.min(asked, MOST) : DEFAULT_SIZE;
}

/** Where the next page of a collection starts. It is no secret: row-level security is what hides rows. */
export function formatPageToken(collection: string, after: string): string {
  return Buffer.from(JSON.stringify([collection, after])).toString('base64url');
}

/** @throws ConnectError `invalid_argument` where it is not one of this collection's */
export function parsePageToken(
  collection: string,
  text: string,
): string | undefined {
  if (!text) return undefined;
  try {
    const json = Buffer.from(text, 'base64url').toString();
    const [of, after] = token.parse(JSON.parse(json));
    if (of === collection) return after;
  } catch {
    // said below
  }
  throw new ConnectError(
    'the page token is not from this method; start again without one',
    Code.InvalidArgument,
  );
}
