"""Instances of the small processes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from temporalio.client import WorkflowHandle, WorkflowUpdateFailedError
from temporalio.exceptions import ApplicationError
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Worker

from bpmn.state import ProcessState
from tests.support.processes import Small, a_job
from tests.support.until import until
from worker.create_worker import create_worker
from worker.policies import Policies, read_policies

ONCE = read_policies(
    "usual: { startToCloseTimeout: 10 seconds, retry: { maximumAttempts: 1 } }", ["a-job"]
)


@dataclass(frozen=True)
class SmallInstance:
    """One that runs."""

    handle: WorkflowHandle[Any, Any]

    async def state(self) -> ProcessState:
        """What it says of itself."""
        state: ProcessState = await self.handle.query("state", result_type=ProcessState)
        return state

    async def opens(self, what: str) -> Any:
        """The first one of `userTasks`, `incidents`, `subscriptions` or `tokens` that there is."""

        async def look() -> Any:
            found = dict(await self.state())[what]
            return found[0] if isinstance(found, list) and found else None

        return await until(what, look)

    async def update(self, change: str, /, **argument: Any) -> None:
        """Changes it."""
        await self.handle.execute_update(change, argument)

    async def refuses(self, kind: str, change: str, /, **argument: Any) -> None:
        """Expects that it refuses the change."""
        with pytest.raises(WorkflowUpdateFailedError) as caught:
            await self.update(change, **argument)
        cause = caught.value.cause
        assert isinstance(cause, ApplicationError) and cause.type == kind, cause

    async def send(self, **message: Any) -> None:
        """Sends it a message."""
        await self.handle.signal("message", message)

    async def result(self) -> dict[str, Any]:
        """Its variables at the end."""
        variables: dict[str, Any] = await self.handle.result()
        return variables


@asynccontextmanager
async def small(
    env: WorkflowEnvironment, flow: str, policies: Policies = ONCE, **variables: Any
) -> AsyncIterator[SmallInstance]:
    """Starts one, with a worker for it."""
    task_queue = f"small-{uuid4()}"
    async with worker_of(env, task_queue, policies):
        handle = await env.client.start_workflow(
            "small", {"flow": flow, **variables}, id=f"acme:small:{uuid4()}", task_queue=task_queue
        )
        yield SmallInstance(handle)


def worker_of(env: WorkflowEnvironment, task_queue: str, policies: Policies) -> Worker:
    """A worker that has the small processes."""
    return create_worker(env.client, task_queue, workflows=[Small], jobs=[a_job], policies=policies)
