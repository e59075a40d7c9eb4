"""Whose a line of the worker's log is, and of which trace."""

import io
import json
from collections.abc import Mapping
from typing import Any

import pytest
from opentelemetry import trace
from temporalio import activity
from temporalio.api.common.v1 import Payload
from temporalio.converter import DataConverter
from temporalio.testing import ActivityEnvironment

from connection.traceparent import HEADER, context_of, trace_id_of
from service.telemetry.logger import create_logger
from worker.telemetry.tenant_of import tenant_of
from worker.telemetry.work_logs import forward_work_logs


def headers(value: Any) -> Mapping[str, Payload]:
    return {HEADER: DataConverter.default.payload_converter.to_payload(value)}


def test_the_trace_is_in_the_header_that_an_instance_was_started_with() -> None:
    trace_id, span_id = "a" * 32, "b" * 16
    found = context_of(headers(f"00-{trace_id}-{span_id}-01"))
    assert trace_id_of(found) == trace_id
    assert trace.format_span_id(trace.get_current_span(found).get_span_context().span_id) == span_id


@pytest.mark.parametrize("found", [{}, headers("x"), headers({"a": 1})])
def test_there_is_no_trace_where_the_header_is_missing_or_something_else(
    found: Mapping[str, Payload],
) -> None:
    assert context_of(found) == {}


def test_the_tenant_is_what_the_workflow_id_begins_with() -> None:
    assert tenant_of("acme:returns:1") == "acme"
    assert tenant_of("something/else") is None


async def test_a_line_of_a_job_says_whose_it_is() -> None:
    written = io.StringIO()
    forward_work_logs(create_logger("info", written))

    async def work() -> None:
        activity.logger.info("working", extra={"order": 7})
        activity.logger.debug("not told")

    await ActivityEnvironment().run(work)
    [line] = written.getvalue().splitlines()
    entry = json.loads(line)
    assert entry["msg"] == "working"
    assert entry["controller_type"] == "process-controller"
    assert (entry["order"], entry["workflowId"], entry["attempt"]) == (7, "test", 1)
