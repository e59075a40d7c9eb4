import { defaultPayloadConverter, type Headers } from '@temporalio/common';

/** As W3C has it: version, trace, span, flags. */
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;

/** The trace that a workflow or an activity belongs to, where whoever started it has one. */
export function traceOf(
  headers: Headers,
): { traceparent: string; traceId: string; spanId: string } | undefined {
  const payload = headers.traceparent;
  if (!payload) return undefined;
  const traceparent = defaultPayloadConverter.fromPayload<unknown>(payload);
  if (typeof traceparent !== 'string') return undefined;
  const [, traceId, spanId] = TRACEPARENT.exec(traceparent) ?? [];
  return traceId && spanId ? { traceparent, traceId, spanId } : undefined;
}
