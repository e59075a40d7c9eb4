import type { ErrorRequestHandler } from 'express';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Problem } from '@ameide/plugin-transformation-common';
import { TooManyWritesError } from '../access/limitWrites';
import { SequenceConflictError } from '../artifacts/conflict';
import { UploadRequiredError } from '../artifacts/contents';
import { RefusedPromotionError } from '../artifacts/gate/waivers';

type Head = Pick<Problem, 'status' | 'title' | 'code'>;

/** What each error of the backend is to those who call the API. */
const HEADS: Record<string, Head> = {
  InputError: { status: 400, title: 'Bad Request', code: 'invalid-argument' },
  AuthenticationError: {
    status: 401,
    title: 'Unauthorized',
    code: 'unauthenticated',
  },
  NotAllowedError: { status: 403, title: 'Forbidden', code: 'forbidden' },
  NotFoundError: { status: 404, title: 'Not Found', code: 'not-found' },
  ConflictError: { status: 409, title: 'Conflict', code: 'conflict' },
  PayloadTooLargeError: {
    status: 413,
    title: 'Content Too Large',
    code: 'too-large',
  },
  CursorExpiredError: { status: 410, title: 'Gone', code: 'cursor-expired' },
  ContentDamagedError: {
    status: 500,
    title: 'Internal Server Error',
    code: 'content-damaged',
  },
  ServiceUnavailableError: {
    status: 503,
    title: 'Service Unavailable',
    code: 'unavailable',
  },
};
const UPLOAD_REQUIRED: Head = {
  status: 413,
  title: 'Content Too Large',
  code: 'upload-required',
};
const TOO_MANY_REQUESTS: Head = {
  status: 429,
  title: 'Too Many Requests',
  code: 'too-many-requests',
};
const INTERNAL: Head = {
  status: 500,
  title: 'Internal Server Error',
  code: 'internal',
};

/** Seconds to wait for what cannot be reached. */
const RETRY_AFTER = 5;

/** An error as `application/problem+json` (RFC 9457); a stack is told to nobody. */
export function problemOf(error: Error): Problem {
  const { message } = error;
  if (error instanceof SequenceConflictError) {
    return {
      ...problem({ ...HEADS.ConflictError, code: 'sequence-conflict' }, error),
      conflict: error.conflict,
    };
  }
  if (error instanceof RefusedPromotionError) {
    return {
      ...problem({ ...HEADS.ConflictError, code: 'promotion-refused' }, error),
      findings: error.findings,
    };
  }
  if (error instanceof UploadRequiredError) {
    return problem(UPLOAD_REQUIRED, error);
  }
  if (error instanceof TooManyWritesError) {
    return problem(TOO_MANY_REQUESTS, error);
  }
  const head = HEADS[error.name];
  return head
    ? problem(head, { name: error.name, message })
    : problem(INTERNAL, {
        name: 'Error',
        message: 'Something went wrong; the log of the backend says what',
      });
}

/** Answers errors, and logs those that are not the caller's. */
export function problemErrors(logger: LoggerService): ErrorRequestHandler {
  return (error: Error, request, response, next) => {
    const told = problemOf(error);
    if (told.status >= 500) {
      logger.error(`${request.method} ${request.path} failed`, error);
    }
    if (response.headersSent) {
      next(error);
      return;
    }
    const wait =
      error instanceof TooManyWritesError ? error.retryAfter : RETRY_AFTER;
    if (told.status === 429 || told.status === 503) {
      response.setHeader('retry-after', String(wait));
    }
    response
      .status(told.status)
      .type('application/problem+json')
      .send(JSON.stringify(told));
  };
}

function problem(
  head: Head,
  { name, message }: { name: string; message: string },
): Problem {
  return {
    type: 'about:blank',
    ...head,
    detail: message,
    error: { name, message },
  };
}
