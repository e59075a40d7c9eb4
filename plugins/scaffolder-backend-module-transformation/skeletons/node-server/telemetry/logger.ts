import { trace } from '@opentelemetry/api';
import { pino, type DestinationStream, type Logger } from 'pino';
import { findCaller } from '../caller.ts';
import { CONTROLLER_NAME, CONTROLLER_TYPE } from '../service.ts';

/** Writes a JSON object a line; every line says whose request it belongs to. */
export function createLogger(
  level: string,
  destination?: DestinationStream,
): Logger {
  const options = {
    level,
    base: {
      controller_type: CONTROLLER_TYPE,
      controller_name: CONTROLLER_NAME,
    },
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    // a database says whole rows in the detail of an error
    redact: ['authorization', 'headers.authorization', 'err.detail'],
    mixin: () => {
      const span = trace.getActiveSpan()?.spanContext();
      return {
        ...(span && { trace_id: span.traceId, span_id: span.spanId }),
        tenant_id: findCaller()?.tenantId,
      };
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
