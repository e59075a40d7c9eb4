import type { IncomingMessage } from 'node:http';
import { ApiError } from '../errors.ts';

/** More than this nobody has to say, in bytes. */
const MOST_BYTES = 1_000_000;

/** The JSON of a request. @throws ApiError where it is none, or too long */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= MOST_BYTES) chunks.push(chunk);
  }
  if (length > MOST_BYTES) {
    throw new ApiError(413, 'resource_exhausted', 'the request is too long');
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    throw new ApiError(400, 'invalid_argument', 'the request is no JSON');
  }
}
