"""The trace that a workflow or an activity belongs to: a header of Temporal, as W3C has it."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from temporalio.api.common.v1 import Payload
from temporalio.converter import DataConverter

HEADER = "traceparent"

# version, trace, span, flags
_TRACEPARENT = re.compile(r"00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}")

# headers are never encrypted: whoever starts an instance need not have the keys
_CONVERTER = DataConverter.default.payload_converter


class Trace(NamedTuple):
    """Ids in hexadecimal."""

    trace_id: str
    span_id: str


def to_header(traceparent: str) -> Mapping[str, Payload]:
    """For what is started."""
    return {HEADER: _CONVERTER.to_payload(traceparent)}


def trace_of(headers: Mapping[str, Payload]) -> Trace | None:
    """The trace in the headers, where whoever started it has one."""
    if HEADER not in headers:
        return None
    value = _CONVERTER.from_payload(headers[HEADER])
    match = _TRACEPARENT.fullmatch(value) if isinstance(value, str) else None
    return Trace(match[1], match[2]) if match else None
