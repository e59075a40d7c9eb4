"""Spans of jobs."""

from uuid import uuid4

import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import StatusCode
from temporalio.client import Client
from temporalio.testing import WorkflowEnvironment

from connection.data_converter import DATA_CONVERTER
from service.temporal.carry_trace import CarryTrace
from tests.support.processes import Small, a_job
from tests.support.small import ONCE, SmallInstance
from worker.create_worker import create_worker
from worker.policies import Policies, read_policies
from worker.telemetry.spans import SpanOfActivity

LOCAL = read_policies(
    "usual: { startToCloseTimeout: 1 second, local: true, retry: { maximumAttempts: 1 } }",
    ["a-job"],
)


@pytest.mark.parametrize("policies", [ONCE, LOCAL])
async def test_are_in_the_trace_of_the_request_one_an_attempt(
    server: WorkflowEnvironment, policies: Policies
) -> None:
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    tracer = provider.get_tracer("test")
    client = Client(
        server.client.service_client, data_converter=DATA_CONVERTER, interceptors=[CarryTrace()]
    )
    task_queue = f"spans-{uuid4()}"
    worker = create_worker(
        server.client,
        task_queue,
        workflows=[Small],
        jobs=[a_job],
        policies=policies,
        interceptors=[SpanOfActivity(tracer)],
    )
    async with worker:
        with tracer.start_as_current_span("request") as request:
            handle = await client.start_workflow(
                "small", {"flow": "one_job"}, id=f"acme:spans:{uuid4()}", task_queue=task_queue
            )
        instance = SmallInstance(handle)
        await instance.opens("incidents")
        await instance.update("resolveIncident", key="Task_Job", variables={"works": True})
        await instance.result()
    jobs = [span for span in exporter.get_finished_spans() if span.name == "a-job"]
    assert [span.status.status_code for span in jobs] == [StatusCode.ERROR, StatusCode.UNSET]
    for span in jobs:
        assert span.context and span.context.trace_id == request.get_span_context().trace_id
        assert span.attributes and span.attributes["ameide.tenant_id"] == "acme"
        assert span.attributes["temporal.activity_id"] == "Task_Job"
