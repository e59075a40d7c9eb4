import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export function digestOf(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex');
}

/**
 * Lets bytes through and holds the last chunk back until the SHA-256 of all of
 * them is known: who reads a wrong content never gets the end of it.
 *
 * @param onWrong - makes the error that the stream ends with
 */
export function verifiedBy(digest: string, onWrong: () => Error): Transform {
  const hash = createHash('sha256');
  let held: Buffer | undefined;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      if (held) this.push(held);
      held = chunk;
      done();
    },
    flush(done) {
      if (hash.digest('hex') !== digest) {
        done(onWrong());
        return;
      }
      if (held) this.push(held);
      done();
    },
  });
}
