"""What the worker logs of people and jobs."""

import io
import json
from typing import Any
from uuid import uuid4

from opentelemetry import trace
from temporalio.client import Client
from temporalio.testing import WorkflowEnvironment

from connection.data_converter import DATA_CONVERTER
from service.telemetry.logger import create_logger
from service.telemetry.telemetry import start_telemetry
from service.temporal.carry_trace import CarryTrace
from tests.support.small import ONCE, SmallInstance, worker_of
from worker.telemetry.work_logs import forward_work_logs


async def test_says_whose_it_is_and_in_which_trace(server: WorkflowEnvironment) -> None:
    written = io.StringIO()
    forward_work_logs(create_logger("info", written))
    telemetry = start_telemetry()
    client = Client(
        server.client.service_client, data_converter=DATA_CONVERTER, interceptors=[CarryTrace()]
    )
    task_queue = f"logs-{uuid4()}"
    async with worker_of(server, task_queue, ONCE):
        with telemetry.tracer.start_as_current_span("request") as span:
            handle = await client.start_workflow(
                "small",
                {"flow": "job_task_job", "works": True},
                id=f"acme:logs:{uuid4()}",
                task_queue=task_queue,
            )
        instance = SmallInstance(handle)
        await instance.opens("userTasks")
        await instance.update("completeUserTask", key="Task_Person", by="ada")
        await instance.result()
    lines: list[dict[str, Any]] = [json.loads(line) for line in written.getvalue().splitlines()]
    trace_id = trace.format_trace_id(span.get_span_context().trace_id)
    for entry in lines:
        assert entry["tenant_id"] == "acme"
        assert entry["trace_id"] == trace_id
        assert entry["workflowId"] == handle.id
    [completed] = [entry for entry in lines if entry["msg"] == "User task completed"]
    assert (completed["key"], completed["by"]) == ("Task_Person", "ada")
    assert [entry["activityId"] for entry in lines if "activityId" in entry] == [
        "Task_Job",
        "Task_Job:2",
    ]
    telemetry.stop()
