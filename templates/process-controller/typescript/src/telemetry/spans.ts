import {
  context,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
} from '@opentelemetry/api';
import type { Context } from '@temporalio/activity';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import { startTelemetry } from '../api/telemetry/telemetry.ts';
import { tenantOf } from './tenantOf.ts';
import { traceOf } from './traceparent.ts';

const { stop } = startTelemetry({
  OTEL_EXPORTER_OTLP_ENDPOINT: process.env.OTEL_EXPORTER_OTLP_ENDPOINT,
});
const tracer = trace.getTracer('activities');

/** Sends what is left of the spans. */
export const stopSpans = stop;

/** A span for each attempt of an activity, in the trace that started the instance. */
export const spanOfActivity: ActivityInterceptorsFactory = ({
  info,
}: Context) => ({
  inbound: {
    execute(input, next) {
      const found = traceOf(input.headers);
      const parent = found
        ? trace.setSpanContext(context.active(), {
            ...found,
            traceFlags: TraceFlags.SAMPLED,
            isRemote: true,
          })
        : context.active();
      const workflowId = info.workflowExecution?.workflowId ?? '';
      const attributes = {
        'temporal.workflow_id': workflowId,
        'temporal.activity_id': info.activityId,
        'temporal.attempt': info.attempt,
        'ameide.tenant_id': tenantOf(workflowId) ?? '',
      };
      return tracer.startActiveSpan(
        info.activityType,
        { kind: SpanKind.CONSUMER, attributes },
        parent,
        async span => {
          try {
            return await next(input);
          } catch (error) {
            span.setStatus({
              code: SpanStatusCode.ERROR,
              message: String(error),
            });
            throw error;
          } finally {
            span.end();
          }
        },
      );
    },
  },
});
