import { AsyncLocalStorage } from 'node:async_hooks';
import {
  context,
  propagation,
  ROOT_CONTEXT,
  trace,
  TraceFlags,
  type Context,
  type ContextManager,
  type Span,
} from '@opentelemetry/api';

/** A span that was recorded. */
export interface RecordedSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: Record<string, unknown>;
  failed: boolean;
}

/** Installs what an SDK of OpenTelemetry would: contexts, `traceparent`, and spans, which are kept in the answer. */
export function recordSpans(): RecordedSpan[] {
  const spans: RecordedSpan[] = [];
  const store = new AsyncLocalStorage<Context>();
  const active = () => store.getStore() ?? ROOT_CONTEXT;
  const manager: ContextManager = {
    active,
    with: (given, fn, thisArg, ...args) =>
      store.run(given, () => fn.call(thisArg as never, ...args)),
    bind: (_given, target) => target,
    enable: () => manager,
    disable: () => manager,
  };
  context.setGlobalContextManager(manager);
  propagation.setGlobalPropagator({
    fields: () => ['traceparent'],
    inject: () => undefined,
    extract(given, carrier) {
      const header = (carrier as Record<string, string>).traceparent;
      const [, traceId, spanId] = header?.split('-') ?? [];
      return traceId
        ? trace.setSpanContext(given, {
            traceId,
            spanId,
            traceFlags: TraceFlags.SAMPLED,
            isRemote: true,
          })
        : given;
    },
  });
  const idOf = (length: number) =>
    String(spans.length + 1).padStart(length, 'a');
  trace.setGlobalTracerProvider({
    getTracer: () => ({
      startSpan: () => {
        throw new Error('not used');
      },
      startActiveSpan(name: string, ...rest: unknown[]) {
        const options = rest[0] as { attributes?: Record<string, unknown> };
        const work = rest.at(-1) as (span: Span) => never;
        const parent = trace.getSpanContext(active());
        const recorded: RecordedSpan = {
          name,
          traceId: parent?.traceId ?? idOf(32),
          spanId: idOf(16),
          ...(parent && { parentSpanId: parent.spanId }),
          attributes: { ...options.attributes },
          failed: false,
        };
        spans.push(recorded);
        const span = {
          spanContext: () => ({
            traceId: recorded.traceId,
            spanId: recorded.spanId,
            traceFlags: TraceFlags.SAMPLED,
          }),
          setAttribute: (key: string, value: unknown) => {
            recorded.attributes[key] = value;
          },
          setStatus: () => {
            recorded.failed = true;
          },
          recordException: () => undefined,
          end: () => undefined,
        } as unknown as Span;
        return store.run(trace.setSpan(active(), span), () => work(span));
      },
    }),
  });
  return spans;
}
