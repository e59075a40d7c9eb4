import type { Request, RequestHandler } from 'express';
import { trace } from '@opentelemetry/api';
import type { TracingService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import type { Cause } from '../artifacts/cause';

/** What ids of correlation and causation look like. */
const ID = /^[\w.:/-]{1,100}$/;

/** `traceparent` of W3C Trace Context, version 00. */
const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * Goes on in the trace of the caller, where nothing has done so before: the
 * instrumentation of Node's HTTP server does, if an operator has set it up.
 */
export function continueTrace(tracing: TracingService): RequestHandler {
  return (request, _response, next) => {
    if (trace.getActiveSpan()) return next();
    const { context, propagation } = tracing;
    const remote = propagation.extract(context.active(), request.headers);
    return context.with(remote, () => next());
  };
}

/**
 * What a request says of its cause.
 *
 * @throws InputError where an id is none; a `traceparent` that is none is ignored, as W3C wants it
 */
export function causeOfRequest(request: Request): Cause {
  const correlationId = idOf(request, 'x-correlation-id');
  const causationId = idOf(request, 'x-causation-id');
  const traceparent = request.header('traceparent');
  return {
    ...(correlationId && { correlationId }),
    ...(causationId && { causationId }),
    ...(traceparent && TRACEPARENT.test(traceparent) && { traceparent }),
  };
}

function idOf(request: Request, header: string): string | undefined {
  const id = request.header(header);
  if (id === undefined || ID.test(id)) return id;
  throw new InputError(
    `${header}: must be 1 to 100 letters, digits and characters of "_.:/-"`,
  );
}
