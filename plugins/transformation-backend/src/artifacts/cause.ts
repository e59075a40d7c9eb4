import { trace } from '@opentelemetry/api';
import type { Author } from './context';

/** What a command follows from, as far as whoever gives it says so. */
export interface Cause {
  /** The same in everything that follows from one beginning. */
  correlationId?: string;
  /** What made somebody give the command, such as the event that it answers. */
  causationId?: string;
  /** The trace of whoever gives it (W3C Trace Context). */
  traceparent?: string;
}

/** What is told of the cause of an event. */
export interface KnownCause extends Cause {
  correlationId: string;
  causationId: string;
}

/** The cause of what a command makes happen: where nothing is said, the command itself. */
export function causeOf({ cause = {} }: Author, commandId: string): KnownCause {
  const traceparent = activeTraceparent() ?? cause.traceparent;
  return {
    correlationId: cause.correlationId ?? commandId,
    causationId: cause.causationId ?? commandId,
    ...(traceparent && { traceparent }),
  };
}

/** The trace that is recorded now, if any. */
export function activeTraceId(): string | undefined {
  return trace.getActiveSpan()?.spanContext().traceId;
}

function activeTraceparent(): string | undefined {
  const span = trace.getActiveSpan()?.spanContext();
  if (!span) return undefined;
  const flags = span.traceFlags.toString(16).padStart(2, '0');
  return `00-${span.traceId}-${span.spanId}-${flags}`;
}
