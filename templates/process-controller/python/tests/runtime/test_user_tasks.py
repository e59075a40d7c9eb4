"""Work of people."""

import asyncio

from temporalio.client import WorkflowUpdateFailedError
from temporalio.testing import WorkflowEnvironment

from tests.support.small import small

KEY = "Task_Person"


async def test_tells_what_it_is(time_skipping: WorkflowEnvironment) -> None:
    async with small(time_skipping, "one_task") as instance:
        task = await instance.opens("userTasks")
        assert task.pop("openedAt").endswith("Z")
        assert task == {
            "key": KEY,
            "elementId": "Task_Person",
            "name": "A task",
            "candidateGroups": ["people"],
        }


async def test_belongs_to_one_person(time_skipping: WorkflowEnvironment) -> None:
    async with small(time_skipping, "one_task") as instance:
        await instance.opens("userTasks")
        await instance.update("claimUserTask", key=KEY, assignee="ada")
        await instance.update("claimUserTask", key=KEY, assignee="ada")
        await instance.refuses("Assigned", "claimUserTask", key=KEY, assignee="bob")
        await instance.refuses("Invalid", "claimUserTask", key=KEY)
        await instance.refuses("NotOpen", "claimUserTask", key="Task_Other", assignee="ada")
        await instance.update("unclaimUserTask", key=KEY)
        assert "assignee" not in await instance.opens("userTasks")
        await instance.update("assignUserTask", key=KEY, assignee="bob")
        await instance.refuses("Invalid", "assignUserTask", key=KEY)
        assert (await instance.opens("userTasks"))["assignee"] == "bob"


async def test_is_completed_with_what_was_saved(time_skipping: WorkflowEnvironment) -> None:
    async with small(time_skipping, "one_task") as instance:
        await instance.opens("userTasks")
        await instance.update("saveUserTask", key=KEY, variables={"size": 1, "note": "x"})
        assert (await instance.opens("userTasks"))["draft"] == {"size": 1, "note": "x"}
        await instance.update("completeUserTask", key=KEY, variables={"size": 2}, by="ada")
        result = await instance.result()
        assert (result["size"], result["note"]) == (2, "x")


async def test_refuses_answers_of_other_types(time_skipping: WorkflowEnvironment) -> None:
    async with small(time_skipping, "one_task") as instance:
        await instance.opens("userTasks")
        for variables in ({"sure": "yes"}, {"sure": 1}, {"size": "2"}, {"size": True}):
            await instance.refuses("Invalid", "completeUserTask", key=KEY, variables=variables)
        await instance.update("completeUserTask", key=KEY, variables={"sure": None, "size": 2})
        await instance.result()


async def test_is_completed_once(time_skipping: WorkflowEnvironment) -> None:
    async with small(time_skipping, "two_messages", key="k") as instance:
        await instance.opens("userTasks")
        both = [instance.update("completeUserTask", key=KEY) for _ in range(2)]
        answers = await asyncio.gather(*both, return_exceptions=True)
        assert [type(answer) for answer in answers if answer] == [WorkflowUpdateFailedError]
