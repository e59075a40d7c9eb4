"""Timers on the border, parallel branches, and the end from outside."""

from datetime import timedelta

import pytest
from temporalio.client import WorkflowFailureError
from temporalio.exceptions import CancelledError
from temporalio.testing import WorkflowEnvironment

from tests.support.small import small


async def test_a_timer_on_the_way_is_waited_for(time_skipping: WorkflowEnvironment) -> None:
    async with small(time_skipping, "one_timer") as instance:
        assert (await instance.opens("tokens"))["elementId"] == "Wait_Day"
        await time_skipping.sleep(timedelta(days=2))
        await instance.result()
        assert (await instance.state())["path"] == ["Wait_Day", "End_Done"]


async def test_a_timer_ends_what_takes_too_long(time_skipping: WorkflowEnvironment) -> None:
    async with small(time_skipping, "task_with_deadline") as instance:
        await instance.opens("userTasks")
        await time_skipping.sleep(timedelta(hours=2))
        await instance.result()
        state = await instance.state()
        assert state["path"] == ["Task_Person", "Timer_Hour", "End_Late"]
        assert state.get("ended") == "End_Late"
        assert (state["userTasks"], state["tokens"]) == ([], [])


async def test_a_timer_does_nothing_to_what_was_done_before(
    time_skipping: WorkflowEnvironment,
) -> None:
    async with small(time_skipping, "task_with_deadline") as instance:
        await instance.opens("userTasks")
        await instance.update("completeUserTask", key="Task_Person")
        await instance.result()
        assert (await instance.state())["path"] == ["Task_Person", "End_Done"]


async def test_a_timer_ends_an_incident_too(time_skipping: WorkflowEnvironment) -> None:
    async with small(time_skipping, "job_with_deadline") as instance:
        await instance.opens("incidents")
        await time_skipping.sleep(timedelta(hours=2))
        await instance.result()
        state = await instance.state()
        assert state["path"] == ["Task_Job", "Timer_Hour", "End_Late"]
        assert state["incidents"] == []


async def test_branches_wait_for_each_other(time_skipping: WorkflowEnvironment) -> None:
    async with small(time_skipping, "parallel", works=True) as instance:
        await instance.opens("userTasks")
        await instance.update("completeUserTask", key="Task_Person")
        await instance.result()
        path = (await instance.state())["path"]
        assert path[0] == "Gateway_Fork"
        assert {*path[1:3]} == {"Task_Job", "Task_Person"}
        assert path[3:] == ["Gateway_Join", "End_Done"]


async def test_a_branch_that_fails_ends_the_others(time_skipping: WorkflowEnvironment) -> None:
    async with small(time_skipping, "parallel") as instance:
        await instance.opens("incidents")
        await instance.update("resolveIncident", key="Task_Job", action="fail")
        with pytest.raises(WorkflowFailureError, match="Workflow execution failed"):
            await instance.result()
        state = await instance.state()
        assert (state["userTasks"], state["tokens"], state.get("ended")) == ([], [], None)


@pytest.mark.parametrize("flow", ["one_task", "task_with_deadline", "parallel"])
async def test_all_is_closed_by_a_cancellation(
    time_skipping: WorkflowEnvironment, flow: str
) -> None:
    async with small(time_skipping, flow) as instance:
        await instance.opens("userTasks")
        await instance.handle.cancel()
        with pytest.raises(WorkflowFailureError) as caught:
            await instance.result()
        assert isinstance(caught.value.cause, CancelledError)
        state = await instance.state()
        assert (state["userTasks"], state["incidents"], state["tokens"]) == ([], [], [])


@pytest.mark.parametrize("flow", ["one_job", "job_with_deadline"])
async def test_a_job_is_not_waited_for_after_a_cancellation(
    time_skipping: WorkflowEnvironment, flow: str
) -> None:
    async with small(time_skipping, flow, works=True, seconds=2) as instance:
        await instance.opens("tokens")
        await instance.handle.cancel()
        with pytest.raises(WorkflowFailureError) as caught:
            await instance.result()
        assert isinstance(caught.value.cause, CancelledError)
        assert (await instance.state())["tokens"] == []
        events = (await instance.handle.fetch_history()).events
        kinds = [event.WhichOneof("attributes") for event in events]
        assert "activity_task_scheduled_event_attributes" in kinds
        assert "activity_task_completed_event_attributes" not in kinds


async def test_where_tokens_are_is_told_to_temporals_page(
    time_skipping: WorkflowEnvironment,
) -> None:
    async with small(time_skipping, "parallel") as instance:
        await instance.opens("incidents")
        await instance.opens("userTasks")
        metadata = await instance.handle.query("__temporal_workflow_metadata")
        assert metadata.current_details.splitlines() == [
            "- A job (`Task_Job`)",
            "- A task (`Task_Person`)",
            "- incident of `Task_Job`: it does not work",
        ]
