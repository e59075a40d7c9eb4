import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { z } from 'zod';

/** The values of an answer that is JSON line by line, as they come. */
export async function* jsonLines<T extends z.ZodType>(
  { body }: Response,
  line: T,
): AsyncGenerator<z.output<T>> {
  const input = Readable.fromWeb(body as ReadableStream);
  for await (const text of createInterface({ input })) {
    yield line.parse(JSON.parse(text));
  }
}
