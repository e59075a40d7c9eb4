"""The trace that a workflow or an activity belongs to."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from temporalio.api.common.v1 import Payload
from temporalio.converter import DataConverter

HEADER = "traceparent"

# as W3C has it: version, trace, span, flags
_TRACEPARENT = re.compile(r"00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}")


class Trace(NamedTuple):
    """Ids in hexadecimal."""

    trace_id: str
    span_id: str


def trace_of(headers: Mapping[str, Payload]) -> Trace | None:
    """The trace in the headers, where whoever started it has one."""
    payload = headers.get(HEADER)
    if payload is None:
        return None
    # headers are never encrypted: whoever starts an instance need not have the keys
    value = DataConverter.default.payload_converter.from_payload(payload)
    match = _TRACEPARENT.fullmatch(value) if isinstance(value, str) else None
    return Trace(match[1], match[2]) if match else None
