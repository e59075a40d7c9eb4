import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { MAX_CONTENT_BYTES } from '@ameide/plugin-transformation-common';
import type { TenantTransaction } from '../database/database';

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export function digestOf(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex');
}

/** @throws InputError where the content is larger than the store takes, or could not be given back as it is */
export function assertContentText(content: string): void {
  const bytes = Buffer.byteLength(content, 'utf8');
  if (bytes > MAX_CONTENT_BYTES) {
    throw new InputError(
      `content: ${bytes} bytes are more than the ${MAX_CONTENT_BYTES} that an artifact may have; split the process into several that hand over to each other by messages`,
    );
  }
  const broken = /\0|\p{Surrogate}/u.exec(content);
  if (broken) {
    const line = content.slice(0, broken.index).split('\n').length;
    throw new InputError(
      `content: line ${line} has a character that is no text (U+${broken[0]
        .charCodeAt(0)
        .toString(16)
        .padStart(4, '0')
        .toUpperCase()}); save it as UTF-8 without it`,
    );
  }
}

/** Keeps a content under its digest; the same content is kept once. */
export async function putContent(
  tx: TenantTransaction,
  content: string,
): Promise<string> {
  const digest = digestOf(content);
  await tx
    .insert('artifact_contents', { digest, content })
    .onConflict(['tenant', 'digest'])
    .ignore();
  return digest;
}

/** The content of a digest, checked against it. */
export async function getContent(
  tx: TenantTransaction,
  digest: string,
): Promise<string> {
  const row = await tx
    .from('artifact_contents')
    .where({ digest })
    .first('content');
  if (!row || digestOf(row.content) !== digest) {
    throw new Error(`The content ${digest} is missing or damaged`);
  }
  return row.content;
}

/**
 * The content that a command gives, or the one that it names.
 *
 * @throws InputError where nothing was uploaded under the id
 */
export async function contentOrUpload(
  tx: TenantTransaction,
  content: string | undefined,
  uploadId: string | undefined,
): Promise<string> {
  if (content !== undefined) return content;
  if (uploadId === undefined) {
    throw new InputError('content: give either content or uploadId');
  }
  const row = await tx
    .from('artifact_contents')
    .where({ digest: uploadId })
    .first('digest');
  if (!row) {
    throw new InputError(`uploadId: nothing was uploaded as ${uploadId}`);
  }
  return getContent(tx, row.digest);
}
