"""The trace that a workflow or an activity belongs to: a header of Temporal, as W3C has it."""

from collections.abc import Mapping

from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
from temporalio.api.common.v1 import Payload
from temporalio.converter import DataConverter

HEADER = "traceparent"

_PROPAGATOR = TraceContextTextMapPropagator()

# headers are never encrypted: whoever starts an instance need not have the keys
_CONVERTER = DataConverter.default.payload_converter


def to_headers() -> Mapping[str, Payload]:
    """For what is started here; none outside of a trace."""
    carrier: dict[str, str] = {}
    _PROPAGATOR.inject(carrier)
    return {HEADER: _CONVERTER.to_payload(carrier[HEADER])} if HEADER in carrier else {}


def context_of(headers: Mapping[str, Payload]) -> Context:
    """The trace in the headers; an empty context where whoever started it has none."""
    value = _CONVERTER.from_payload(headers[HEADER]) if HEADER in headers else None
    carrier = {HEADER: value} if isinstance(value, str) else {}
    return _PROPAGATOR.extract(carrier, Context())


def trace_id_of(context: Context | None = None) -> str | None:
    """The id of its trace, or else of the one that this runs in, in hexadecimal."""
    span = trace.get_current_span(context).get_span_context()
    return trace.format_trace_id(span.trace_id) if span.is_valid else None
