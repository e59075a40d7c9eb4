"""Traces and metrics of the process."""

from collections.abc import Callable
from dataclasses import dataclass

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.exporter.prometheus import PrometheusMetricReader
from opentelemetry.metrics import Meter
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import Tracer
from prometheus_client import CollectorRegistry, generate_latest

from ..controller import CONTROLLER_NAME, CONTROLLER_TYPE


@dataclass(frozen=True)
class Telemetry:
    """What requests are traced and measured with."""

    tracer: Tracer
    meter: Meter
    metrics: Callable[[], bytes]
    """The metrics in Prometheus' text format."""
    stop: Callable[[], None]
    """Sends what has not been sent yet."""


def start_telemetry(otlp_endpoint: str | None = None) -> Telemetry:
    """Sets up traces and metrics.

    Traces go by OTLP over HTTP where an endpoint is configured; metrics are fetched.
    The exporter reads its endpoint from the environment, with all else that
    OpenTelemetry defines there.
    """
    resource = Resource.create(
        {"service.name": CONTROLLER_NAME, "ameide.controller_type": CONTROLLER_TYPE}
    )
    traces = TracerProvider(resource=resource, shutdown_on_exit=False)
    if otlp_endpoint:
        traces.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    registry = CollectorRegistry()
    metrics = MeterProvider(
        resource=resource,
        metric_readers=[PrometheusMetricReader(registry=registry)],
        shutdown_on_exit=False,
    )

    def stop() -> None:
        traces.shutdown()
        metrics.shutdown()

    return Telemetry(
        tracer=traces.get_tracer(__name__),
        meter=metrics.get_meter(__name__),
        metrics=lambda: generate_latest(registry),
        stop=stop,
    )
