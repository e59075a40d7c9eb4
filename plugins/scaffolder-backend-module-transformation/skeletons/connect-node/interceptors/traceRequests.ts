import type { Interceptor } from '@connectrpc/connect';
import {
  context,
  metrics,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { findCaller, inScope } from '../caller.ts';
import { codeOf } from './codeOf.ts';

/** In seconds, as OpenTelemetry has them for RPC; its defaults are for milliseconds. */
const BUCKETS = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
];

/** Opens the scope and the span of a request, and measures how long it took. */
export function traceRequests(): Interceptor {
  const tracer = trace.getTracer('rpc');
  const duration = metrics
    .getMeter('rpc')
    .createHistogram('rpc_server_duration', {
      unit: 's',
      description: 'Duration of requests',
      advice: { explicitBucketBoundaries: BUCKETS },
    });
  return next => request => {
    const { service, method } = request;
    const attributes = {
      'rpc.system': 'connect_rpc',
      'rpc.service': service.typeName,
      'rpc.method': method.name,
    };
    const remote = propagation.extract(context.active(), request.header, {
      get: (header, key) => header.get(key) ?? undefined,
      keys: header => [...header.keys()],
    });
    return inScope(() =>
      tracer.startActiveSpan(
        `${service.typeName}/${method.name}`,
        { kind: SpanKind.SERVER, attributes },
        remote,
        async span => {
          const start = performance.now();
          let code = 'ok';
          try {
            return await next(request);
          } catch (error) {
            code = codeOf(error);
            span.setStatus({ code: SpanStatusCode.ERROR, message: code });
            throw error;
          } finally {
            const tenant = findCaller()?.tenantId;
            if (tenant) span.setAttribute('ameide.tenant_id', tenant);
            span.setAttribute('rpc.connect_rpc.error_code', code);
            duration.record((performance.now() - start) / 1000, {
              ...attributes,
              code,
            });
            span.end();
          }
        },
      ),
    );
  };
}
