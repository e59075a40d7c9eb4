"""Small processes, by which the runtime is tested; none of them is of the drawing."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from temporalio import activity, workflow
from temporalio.exceptions import ApplicationError

with workflow.unsafe.imports_passed_through():
    from bpmn import (
        Element,
        Instance,
        Variables,
        before,
        begin,
        catch_message,
        catch_timer,
        decide,
        end,
        in_parallel,
        job,
        pass_by,
        run_to_end,
        user_task,
    )

JOB = Element("Task_Job", "serviceTask", "A job")
OTHER = Element("Task_Other", "serviceTask")
TASK = Element("Task_Person", "userTask", "A task")
CATCH = Element("Catch_News", "intermediateCatchEvent", "News")
WAIT = Element("Wait_Day", "intermediateCatchEvent", "A day")
TIMER = Element("Timer_Hour", "boundaryEvent", "An hour")
GATEWAY = Element("Gateway_Large", "exclusiveGateway")
FORK = Element("Gateway_Fork", "parallelGateway")
JOIN = Element("Gateway_Join", "parallelGateway")
END = Element("End_Done", "endEvent")
END_LATE = Element("End_Late", "endEvent")


@activity.defn(name="a-job")
async def a_job(given: dict[str, Any]) -> dict[str, Any]:
    """Fails unless it is told that it need not."""
    activity.logger.info("working")
    await asyncio.sleep(given.get("seconds", 0))
    if given.get("refused"):
        raise ApplicationError("not so", type="Refused", non_retryable=True)
    if not given.get("works"):
        raise ValueError("it does not work")
    return {"done": True}


async def one_job(instance: Instance) -> None:
    await job(instance, JOB, a_job)


async def two_jobs(instance: Instance) -> None:
    await job(instance, JOB, a_job)
    await job(instance, JOB, a_job)


async def job_task_job(instance: Instance) -> None:
    await one_job(instance)
    await one_task(instance)
    await one_job(instance)


async def one_task(instance: Instance) -> None:
    await user_task(
        instance, TASK, candidate_groups=["people"], answers={"sure": bool, "size": float}
    )


async def one_message(instance: Instance) -> None:
    await catch_message(instance, CATCH, "news", lambda: instance.variables["key"])


async def one_timer(instance: Instance) -> None:
    await catch_timer(instance, WAIT, timedelta(days=1))


async def two_messages(instance: Instance) -> None:
    await one_task(instance)
    await one_message(instance)
    await one_message(instance)


async def gateway(instance: Instance) -> None:
    if await decide(instance, GATEWAY, lambda: instance.variables["size"] > 1):
        pass_by(instance, OTHER)


async def task_with_deadline(instance: Instance) -> None:
    if not await before(instance, TIMER, timedelta(hours=1), one_task(instance)):
        end(instance, END_LATE)


async def job_with_deadline(instance: Instance) -> None:
    if not await before(instance, TIMER, timedelta(hours=1), one_job(instance)):
        end(instance, END_LATE)


async def parallel(instance: Instance) -> None:
    await in_parallel(instance, FORK, JOIN, lambda: one_job(instance), lambda: one_task(instance))


FLOWS: dict[str, Callable[[Instance], Awaitable[None]]] = {
    flow.__name__: flow
    for flow in [
        one_job,
        two_jobs,
        job_task_job,
        one_task,
        one_message,
        one_timer,
        two_messages,
        gateway,
        task_with_deadline,
        job_with_deadline,
        parallel,
    ]
}


@workflow.defn(name="small")
class Small:
    """Runs the flow that the variable of this name says."""

    @workflow.init
    def __init__(self, variables: Variables) -> None:
        self.instance = begin("small", variables)

    @workflow.run
    async def run(self, variables: Variables) -> Variables:
        """Answers the variables at the end."""

        async def flow() -> None:
            await FLOWS[variables["flow"]](self.instance)
            if not self.instance.last_end:
                end(self.instance, END)

        return await run_to_end(self.instance, flow)
