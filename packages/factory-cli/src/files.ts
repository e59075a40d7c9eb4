import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Failure } from './failure';
import { progress, progressDone } from './output';

/** What was written to a file. */
export interface Saved {
  bytes: number;
  /** SHA-256, in hexadecimal. */
  digest: string;
  /** The last bytes of it, a few hundred. */
  tail: string;
}

const TAIL = 400;

/**
 * Writes an answer to a file as it comes. The file is there when all of it is,
 * and right: until then it has the ending `.part`, and where it fails none.
 *
 * @param problemOf - says what is wrong with what came
 * @throws Failure
 */
export async function saveStream(
  { body }: Response,
  file: string,
  problemOf: (saved: Saved) => string | undefined,
): Promise<Omit<Saved, 'tail'>> {
  const part = `${file}.part`;
  const hash = createHash('sha256');
  let bytes = 0;
  let tail = Buffer.alloc(0);
  try {
    await pipeline(
      body as unknown as AsyncIterable<Uint8Array>,
      async function* count(chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          bytes += chunk.length;
          tail = Buffer.concat([tail, chunk]).subarray(-TAIL);
          progress(`${(bytes / 1e6).toFixed(1)} MB`);
          yield chunk;
        }
      },
      createWriteStream(part),
    );
    const digest = hash.digest('hex');
    const problem = problemOf({ bytes, digest, tail: tail.toString() });
    if (problem) throw new Error(problem);
    await rename(part, file);
    return { bytes, digest };
  } catch (error) {
    await rm(part, { force: true });
    throw new Failure(`${file} was not written: ${(error as Error).message}`);
  } finally {
    progressDone();
  }
}
