"""Messages, by name and key."""

from temporalio.testing import WorkflowEnvironment

from tests.support.small import small


async def test_comes_to_who_waits_for_its_name_and_key(
    time_skipping: WorkflowEnvironment,
) -> None:
    async with small(time_skipping, "one_message", key=7) as instance:
        assert await instance.opens("subscriptions") == {
            "elementId": "Catch_News",
            "messageName": "news",
            "correlationKey": "7",
        }
        await instance.refuses("NotOpen", "deliverMessage", name="news", correlationKey="8")
        await instance.refuses("NotOpen", "deliverMessage", name="other", correlationKey="7")
        await instance.update(
            "deliverMessage", name="news", correlationKey=7, variables={"read": True}
        )
        assert (await instance.result())["read"]


async def test_may_have_any_number_as_key(time_skipping: WorkflowEnvironment) -> None:
    async with small(time_skipping, "one_message", key=7.0) as instance:
        assert (await instance.opens("subscriptions"))["correlationKey"] == "7"
        await instance.refuses("NotOpen", "deliverMessage", name="news", correlationKey=7.5)
        await instance.update("deliverMessage", name="news", correlationKey=7.0)
        await instance.result()


async def test_is_kept_where_it_comes_early(time_skipping: WorkflowEnvironment) -> None:
    async with small(time_skipping, "two_messages", key="k") as instance:
        await instance.opens("userTasks")
        await instance.send(name="news", correlationKey="k", variables={"first": 1})
        await instance.send(name="news", correlationKey="k", variables={"second": 2})
        await instance.update("completeUserTask", key="Task_Person")
        result = await instance.result()
        assert (result["first"], result["second"]) == (1, 2)


async def test_is_dropped_where_its_id_has_come(time_skipping: WorkflowEnvironment) -> None:
    async with small(time_skipping, "two_messages", key="k") as instance:
        await instance.opens("userTasks")
        for number in (1, 2):
            message = {"name": "news", "correlationKey": "k", "messageId": "m"}
            await instance.send(**message, variables={"number": number})
        await instance.update("completeUserTask", key="Task_Person")
        await instance.opens("subscriptions")
        state = await instance.state()
        assert state["variables"]["number"] == 1
        assert state["path"] == ["Task_Person", "Catch_News", "Catch_News"]
        await instance.refuses(
            "NotOpen", "deliverMessage", name="news", correlationKey="k", messageId="m"
        )


async def test_needs_a_key_that_is_one(time_skipping: WorkflowEnvironment) -> None:
    async with small(time_skipping, "one_message", key=["k"]) as instance:
        assert "neither text nor number" in (await instance.opens("incidents"))["message"]
        await instance.update("resolveIncident", key="Catch_News", variables={"key": "k"})
        await instance.opens("subscriptions")


async def test_that_is_none_harms_nobody(time_skipping: WorkflowEnvironment) -> None:
    async with small(time_skipping, "one_message", key="k") as instance:
        await instance.opens("subscriptions")
        await instance.send(title="news")
        await instance.send(name="news", correlationKey="k", variables={"read": True})
        assert (await instance.result())["read"]
