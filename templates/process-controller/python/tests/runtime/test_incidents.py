"""Steps that fail, and operators."""

import pytest
from temporalio.client import WorkflowFailureError
from temporalio.exceptions import ApplicationError
from temporalio.testing import WorkflowEnvironment

from tests.support.small import small


async def test_is_open_until_it_is_tried_again_with_corrected_variables(
    time_skipping: WorkflowEnvironment,
) -> None:
    async with small(time_skipping, "one_job") as instance:
        incident = await instance.opens("incidents")
        assert incident["message"] == "it does not work"
        assert incident["elementId"] == incident["key"] == "Task_Job"
        assert incident["skippable"]
        assert [token["elementId"] for token in (await instance.state())["tokens"]] == ["Task_Job"]
        await instance.update("resolveIncident", key="Task_Job", variables={"works": True})
        assert (await instance.result())["done"]
        assert (await instance.state())["path"] == ["Task_Job", "End_Done"]


async def test_says_what_a_job_refuses(time_skipping: WorkflowEnvironment) -> None:
    async with small(time_skipping, "one_job", refused=True) as instance:
        incident = await instance.opens("incidents")
        assert incident["message"] == "Refused: not so (nothing catches it)"


async def test_has_another_key_each_time(time_skipping: WorkflowEnvironment) -> None:
    async with small(time_skipping, "two_jobs") as instance:
        await instance.opens("incidents")
        await instance.update("resolveIncident", key="Task_Job", action="retry")
        assert (await instance.opens("incidents"))["key"] == "Task_Job#2"
        await instance.refuses("NotOpen", "resolveIncident", key="Task_Job")
        await instance.update("resolveIncident", key="Task_Job#2", action="skip")
        # of the second entry
        assert (await instance.opens("incidents"))["key"] == "Task_Job:2"


async def test_can_be_skipped_as_if_the_job_had_answered(
    time_skipping: WorkflowEnvironment,
) -> None:
    async with small(time_skipping, "one_job") as instance:
        await instance.opens("incidents")
        await instance.update(
            "resolveIncident", key="Task_Job", action="skip", variables={"done": "by hand"}
        )
        assert (await instance.result())["done"] == "by hand"


async def test_can_fail_the_instance(time_skipping: WorkflowEnvironment) -> None:
    async with small(time_skipping, "one_job") as instance:
        await instance.opens("incidents")
        await instance.update("resolveIncident", key="Task_Job", action="fail")
        with pytest.raises(WorkflowFailureError) as caught:
            await instance.result()
        cause = caught.value.cause
        assert isinstance(cause, ApplicationError)
        assert cause.type == "IncidentFailed"
        assert cause.message == "Incident of Task_Job: it does not work"


async def test_of_a_gateway_cannot_be_skipped(time_skipping: WorkflowEnvironment) -> None:
    async with small(time_skipping, "gateway") as instance:
        incident = await instance.opens("incidents")
        assert not incident["skippable"]
        await instance.refuses("Invalid", "resolveIncident", key="Gateway_Large", action="skip")
        await instance.refuses("Invalid", "resolveIncident", key="Gateway_Large", action="forget")
        await instance.update("resolveIncident", key="Gateway_Large", variables={"size": 2})
        await instance.result()
        path = (await instance.state())["path"]
        assert path == ["Gateway_Large", "Task_Other", "End_Done"]
