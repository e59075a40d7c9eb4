import { InputError } from '@backstage/errors';
import {
  MAX_CONTENT_BYTES,
  MAX_INLINE_BYTES,
} from '@ameide/plugin-transformation-common';

/**
 * A command carries a content that has to be uploaded first. Its name stays
 * that of an InputError: MCP tells an agent of errors with known names alone.
 */
export class UploadRequiredError extends InputError {
  constructor(bytes: number) {
    super(
      `content: ${bytes} bytes are more than the ${MAX_INLINE_BYTES} that a command may carry; send its bytes by POST /api/transformation/v1/uploads as application/octet-stream, and name the uploadId of the answer in place of content`,
    );
  }
}

/** @throws UploadRequiredError where the content is too large to stand in a command */
export function assertInline(content: string): void {
  const bytes = Buffer.byteLength(content, 'utf8');
  if (bytes > MAX_INLINE_BYTES) throw new UploadRequiredError(bytes);
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
