"""Histories are replayed by what the code has become, and by whatever the policies have become."""

from uuid import uuid4

import pytest
from temporalio.client import WorkflowHistory
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Replayer

from connection.data_converter import DATA_CONVERTER
from tests.support.processes import Small
from tests.support.small import ONCE, SmallInstance, small, worker_of
from worker.create_worker import interceptors_of
from worker.policies import Policies, read_policies

SLOW = read_policies(
    "usual: { startToCloseTimeout: 3 hours, taskQueue: other, retry: { maximumAttempts: 9 } }",
    ["a-job"],
)
LOCAL = read_policies("usual: { startToCloseTimeout: 1 second, local: true }", ["a-job"])


async def replay(history: WorkflowHistory, policies: Policies) -> None:
    replayer = Replayer(
        workflows=[Small],
        interceptors=interceptors_of(policies),
        data_converter=DATA_CONVERTER,
    )
    await replayer.replay_workflow(history)


async def history_of(instance: SmallInstance) -> WorkflowHistory:
    return await instance.handle.fetch_history()


@pytest.mark.parametrize("policies", [ONCE, SLOW, LOCAL])
async def test_of_a_job_by_other_policies(
    time_skipping: WorkflowEnvironment, policies: Policies
) -> None:
    async with small(time_skipping, "two_jobs", works=True) as instance:
        await instance.result()
        await replay(await history_of(instance), policies)


@pytest.mark.parametrize("policies", [ONCE, LOCAL])
async def test_of_a_local_job_by_other_policies(
    time_skipping: WorkflowEnvironment, policies: Policies
) -> None:
    async with small(time_skipping, "two_jobs", LOCAL, works=True) as instance:
        await instance.result()
        history = await history_of(instance)
        kinds = [event.WhichOneof("attributes") for event in history.events]
        assert "activity_task_scheduled_event_attributes" not in kinds
        await replay(history, policies)


@pytest.mark.parametrize(("before", "after"), [(ONCE, LOCAL), (LOCAL, ONCE)])
async def test_of_policies_that_have_changed_on_the_way(
    server: WorkflowEnvironment, before: Policies, after: Policies
) -> None:
    task_queue = f"changed-{uuid4()}"
    async with worker_of(server, task_queue, before):
        handle = await server.client.start_workflow(
            "small",
            {"flow": "job_task_job", "works": True},
            id=f"acme:changed:{uuid4()}",
            task_queue=task_queue,
        )
        instance = SmallInstance(handle)
        await instance.opens("userTasks")
    async with worker_of(server, task_queue, after):
        await instance.update("completeUserTask", key="Task_Person")
        await instance.result()
        for policies in (before, after):
            await replay(await history_of(instance), policies)


async def test_of_all_that_can_happen(time_skipping: WorkflowEnvironment) -> None:
    async with small(time_skipping, "parallel") as instance:
        await instance.opens("incidents")
        await instance.opens("userTasks")
        await instance.update("claimUserTask", key="Task_Person", assignee="ada")
        await replay(await history_of(instance), ONCE)
        await instance.update("resolveIncident", key="Task_Job", variables={"works": True})
        await instance.update("completeUserTask", key="Task_Person")
        await instance.result()
        await replay(await history_of(instance), ONCE)


@pytest.mark.parametrize(("flow", "times"), [("two_jobs", 0), ("job_task_job", 1)])
async def test_has_an_event_for_what_opens_and_none_else(
    time_skipping: WorkflowEnvironment, flow: str, times: int
) -> None:
    async with small(time_skipping, flow, works=True) as instance:
        if times:
            await instance.opens("userTasks")
            await instance.update("completeUserTask", key="Task_Person")
        await instance.result()
        events = (await history_of(instance)).events
        kinds = [event.WhichOneof("attributes") for event in events]
        assert kinds.count("upsert_workflow_search_attributes_event_attributes") == times


async def test_names_the_elements(
    time_skipping: WorkflowEnvironment,
) -> None:
    async with small(time_skipping, "two_jobs", works=True) as instance:
        await instance.result()
        events = (await history_of(instance)).events
        jobs = [
            event for event in events if event.HasField("activity_task_scheduled_event_attributes")
        ]
        ids = [event.activity_task_scheduled_event_attributes.activity_id for event in jobs]
        assert ids == ["Task_Job", "Task_Job:2"]
        assert [event.user_metadata.summary.data for event in jobs] == [b'"A job"'] * 2
