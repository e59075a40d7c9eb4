import { metrics, trace } from '@opentelemetry/api';
import {
  PrometheusExporter,
  PrometheusSerializer,
} from '@opentelemetry/exporter-prometheus';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
} from '@opentelemetry/sdk-trace-node';
import { CONTROLLER_NAME, CONTROLLER_TYPE } from '../service.ts';

/**
 * Sets up traces and metrics for the process. Traces go by OTLP over HTTP where
 * an endpoint is configured; metrics are fetched.
 */
export function startTelemetry(config: {
  OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
}) {
  const resource = resourceFromAttributes({
    'service.name': CONTROLLER_NAME,
    'ameide.controller_type': CONTROLLER_TYPE,
  });
  const exporter = new PrometheusExporter({ preventServerStart: true });
  const meterProvider = new MeterProvider({ resource, readers: [exporter] });
  metrics.setGlobalMeterProvider(meterProvider);
  const tracerProvider = new NodeTracerProvider({
    resource,
    spanProcessors: config.OTEL_EXPORTER_OTLP_ENDPOINT
      ? [new BatchSpanProcessor(new OTLPTraceExporter())]
      : [],
  });
  tracerProvider.register();
  return {
    async metrics(): Promise<string> {
      const { resourceMetrics } = await exporter.collect();
      return new PrometheusSerializer().serialize(resourceMetrics);
    },
    async stop(): Promise<void> {
      await tracerProvider.shutdown();
      await meterProvider.shutdown();
      trace.disable();
      metrics.disable();
    },
  };
}
