import express, { type Router } from 'express';
import { InputError } from '@backstage/errors';
import {
  artifactCreatePermission,
  MAX_CONTENT_BYTES,
} from '@ameide/plugin-transformation-common';
import type { ArtifactStore } from '../artifacts/store';
import type { Callers } from './caller';

/** What a content may be sent as; JSON would be read as a body of the API. */
const RAW = express.raw({
  type: 'application/octet-stream',
  limit: MAX_CONTENT_BYTES,
});

/** Contents that are sent as they are, for commands that name them. */
export function addUploadRoutes(
  router: Router,
  artifacts: ArtifactStore,
  callers: Callers,
): void {
  router.post('/uploads', RAW, async (request, response) => {
    const made = await callers.audited(
      request,
      artifactCreatePermission,
      { id: 'upload', meta: {} },
      ({ tenant }) => artifacts.upload(tenant, textOf(request.body)),
    );
    response.status(201).json(made);
  });
}

function textOf(body: unknown): string {
  if (!Buffer.isBuffer(body) || !body.length) {
    throw new InputError(
      'The body has to be the content, as application/octet-stream',
    );
  }
  try {
    // a byte order mark is part of what is given back
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      body,
    );
  } catch {
    throw new InputError('The content is no UTF-8; save it as UTF-8');
  }
}
