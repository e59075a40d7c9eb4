"""One instance: found, asked, changed."""

import asyncio
from collections.abc import Mapping
from typing import Any, NamedTuple

from temporalio.client import WorkflowExecutionDescription, WorkflowExecutionStatus, WorkflowHandle
from temporalio.service import RPCError

from bpmn.state import ProcessState
from service.instances.names import not_found, parse_name
from service.temporal.errors import ended, is_missing
from service.temporal.temporal import Temporal

Handle = WorkflowHandle[Any, Any]

# no worker takes longer than this to answer; one that is not there never does
_MOST_SECONDS = 20


class Found(NamedTuple):
    """An instance that is there, and what Temporal knows of it."""

    handle: Handle
    description: WorkflowExecutionDescription

    @property
    def is_running(self) -> bool:
        """Whether anything can be changed."""
        return self.description.status is WorkflowExecutionStatus.RUNNING


async def find(temporal: Temporal, name: str) -> Found:
    """Looks for it; raises `not_found`."""
    handle = temporal.client.get_workflow_handle(parse_name(name))
    try:
        return Found(handle, await handle.describe())
    except RPCError as error:
        if is_missing(error):
            raise not_found(name) from None
        raise


async def state_of(handle: Handle) -> ProcessState:
    """What the instance says of itself."""
    state: ProcessState = await handle.query("state", result_type=ProcessState)
    return state


async def execute(handle: Handle, change: str, argument: Any, request_id: str) -> None:
    """Has an instance take an Update, and raises TimeoutError where nobody works on it."""
    async with asyncio.timeout(_MOST_SECONDS):
        await handle.execute_update(change, argument, id=request_id)


async def update(found: Found, change: str, argument: Mapping[str, Any], request_id: str) -> None:
    """Changes an instance; the same request again changes nothing and gets the first answer.

    Raises `failed_precondition` where it has ended, and what the process has against it.
    """
    try:
        await execute(found.handle, change, argument, request_id)
    except RPCError as error:
        if is_missing(error) and not found.is_running:
            raise ended() from None
        raise
