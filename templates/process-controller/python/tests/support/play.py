"""Plays an instance by a case: whatever opens is answered, until the instance has ended."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import uuid4

from temporalio import activity
from temporalio.client import WorkflowExecutionStatus, WorkflowHandle, WorkflowHistory
from temporalio.common import RawValue
from temporalio.testing import WorkflowEnvironment

from bpmn.contract import Process
from bpmn.state import ProcessState, Variables
from tests.support.paths import Case, element_of
from tests.support.policies import POLICIES
from worker.create_worker import create_worker

_PAUSE_SECONDS = 0.01
# so many pauses without anything to answer, and it waits for time
_QUIET = 20
_LONGEST = timedelta(days=3 * 366)


async def play(
    env: WorkflowEnvironment, process: Process, case: Case
) -> tuple[ProcessState, WorkflowHistory]:
    """Takes a new instance to its end; the answer is what it says of itself there, and its history."""

    @activity.defn(dynamic=True)
    async def answer(_given: Sequence[RawValue]) -> Variables:
        return case.answers.get(element_of(activity.info().activity_id), {})

    task_queue = f"paths-{uuid4()}"
    worker = create_worker(
        env.client, task_queue, workflows=[process.workflow], jobs=[answer], policies=POLICIES
    )
    async with worker:
        handle = await env.client.start_workflow(
            process.workflow_type,
            case.variables,
            id=f"acme:paths:{uuid4()}",
            task_queue=task_queue,
        )
        return await _drive(env, handle, case), await handle.fetch_history()


async def _drive(
    env: WorkflowEnvironment, handle: WorkflowHandle[Any, Any], case: Case
) -> ProcessState:
    quiet, skipped = 0, timedelta(minutes=1)
    while True:
        state: ProcessState = await handle.query("state", result_type=ProcessState)
        if (await handle.describe()).status is not WorkflowExecutionStatus.RUNNING:
            state = await handle.query("state", result_type=ProcessState)
            return state
        assert not state["incidents"], state["incidents"]
        quiet = 0 if await _answer_one(handle, state, case) else quiet + 1
        if quiet < _QUIET:
            await asyncio.sleep(_PAUSE_SECONDS)
            continue
        waits_at = [token["elementId"] for token in state["tokens"]]
        assert skipped < _LONGEST, f"nothing ends the wait at {', '.join(waits_at)}"
        await env.sleep(skipped)
        quiet, skipped = 0, skipped * 2


async def _answer_one(handle: WorkflowHandle[Any, Any], state: ProcessState, case: Case) -> bool:
    """Completes a task or sends a message, if there is one that the case has an answer to."""
    for task in state["userTasks"]:
        if task["elementId"] in case.answers:
            variables = case.answers[task["elementId"]]
            completion = {"key": task["key"], "variables": variables, "by": "test"}
            await handle.execute_update("completeUserTask", completion)
            return True
    for subscription in state["subscriptions"]:
        if subscription["elementId"] in case.answers:
            message = {
                "name": subscription["messageName"],
                "correlationKey": subscription["correlationKey"],
                "variables": case.answers[subscription["elementId"]],
            }
            await handle.execute_update("deliverMessage", message)
            return True
    return False
