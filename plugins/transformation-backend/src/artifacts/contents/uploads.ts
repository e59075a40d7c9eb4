import { InputError } from '@backstage/errors';
import type { TenantTransaction } from '../../database/database';
import { getContent } from './get';
import { assertInline } from './limits';

/**
 * The content that a command gives, or the one that it names.
 *
 * @throws UploadRequiredError where it is too large to be given, InputError where nothing was uploaded under the id
 */
export async function contentOrUpload(
  tx: TenantTransaction,
  content: string | undefined,
  uploadId: string | undefined,
): Promise<string> {
  return content === undefined ? uploaded(tx, uploadId) : inline(content);
}

/** A content that stands in a command. @throws UploadRequiredError where it is too large for that */
export function inline(content: string): string {
  assertInline(content);
  return content;
}

/** The content that was uploaded under an id. @throws InputError where there is none */
export async function uploaded(
  tx: TenantTransaction,
  uploadId: string | undefined,
): Promise<string> {
  if (uploadId === undefined) {
    throw new InputError('content: give either content or uploadId');
  }
  const row = await tx
    .from('artifact_contents')
    .where({ digest: uploadId })
    .whereNotNull('uploaded_at')
    .first('digest');
  if (!row) {
    throw new InputError(
      `uploadId: nothing was uploaded as ${uploadId}, or too long ago; send the content by POST /uploads again`,
    );
  }
  return getContent(tx, row.digest);
}
