"""The span of a request, and how long it took."""

from contextvars import Token
from time import perf_counter
from typing import Any, NamedTuple

from connectrpc.request import RequestContext
from opentelemetry import context, propagate, trace
from opentelemetry.context import Context
from opentelemetry.trace import Span, SpanKind, StatusCode

from service.caller import find_caller
from service.interceptors.code_of import code_of
from service.telemetry.telemetry import Telemetry

# in seconds, as OpenTelemetry has them for RPC; its defaults are for milliseconds
_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]


class _Started(NamedTuple):
    span: Span
    token: Token[Context]
    start: float


class TraceRequests:
    """Opens the span of a request, and measures how long it took."""

    def __init__(self, telemetry: Telemetry) -> None:
        self._tracer = telemetry.tracer
        # without a unit: the exporter would add it to the name, which dashboards know
        self._duration = telemetry.meter.create_histogram(
            "rpc_server_duration",
            description="Duration of requests, in seconds",
            explicit_bucket_boundaries_advisory=_BUCKETS,
        )

    async def on_start(self, ctx: RequestContext[Any, Any]) -> _Started:
        """Takes up the trace of the caller, where it sends one."""
        span = self._tracer.start_span(
            f"{ctx.method.service_name}/{ctx.method.name}",
            context=propagate.extract(dict(ctx.request_headers.allitems())),
            kind=SpanKind.SERVER,
            attributes=_attributes(ctx),
        )
        token = context.attach(trace.set_span_in_context(span))
        return _Started(span, token, perf_counter())

    async def on_end(
        self, started: _Started, ctx: RequestContext[Any, Any], error: Exception | None
    ) -> None:
        """Says how it ended."""
        code = code_of(error)
        span = started.span
        if error:
            span.set_status(StatusCode.ERROR, code)
        if caller := find_caller():
            span.set_attribute("ameide.tenant_id", caller.tenant_id)
        span.set_attribute("rpc.connect_rpc.error_code", code)
        self._duration.record(perf_counter() - started.start, {**_attributes(ctx), "code": code})
        span.end()
        context.detach(started.token)


def _attributes(ctx: RequestContext[Any, Any]) -> dict[str, str]:
    return {
        "rpc.system": "connect_rpc",
        "rpc.service": ctx.method.service_name,
        "rpc.method": ctx.method.name,
    }
