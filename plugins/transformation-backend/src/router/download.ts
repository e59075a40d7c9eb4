import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { Download } from '../artifacts/store';

const ENDINGS: Record<string, string> = {
  bpmn: 'bpmn',
  dmn: 'dmn',
  archimate: 'xml',
  markdown: 'md',
};

/**
 * Sends a content byte for byte, as it comes, and as a file: no browser shows
 * what somebody else wrote as a page of ours. Where it turns out to be
 * damaged the connection is cut before the last bytes.
 */
export async function sendDownload(
  response: Response,
  artifact: string,
  { kind, sequence, digest, bytes }: Download,
): Promise<void> {
  response.setHeader('content-type', 'application/octet-stream');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader(
    'content-disposition',
    `attachment; filename="${artifact}.${ENDINGS[kind] ?? 'yaml'}"`,
  );
  response.setHeader('etag', `"${sequence}-${digest}"`);
  // RFC 9530
  const base64 = Buffer.from(digest, 'hex').toString('base64');
  response.setHeader('repr-digest', `sha-256=:${base64}:`);
  await pipeline(bytes, response);
}
