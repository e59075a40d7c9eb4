"""What is open in running instances."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TypeVar

from bpmn.marks import MANY_MARK, OPEN_ATTRIBUTE
from bpmn.state import ProcessState
from service.instances.find import state_of
from service.instances.names import name_of
from service.instances.pages import PageRequest, list_page
from service.temporal.temporal import Temporal

T = TypeVar("T")


def has_open(mark: str) -> str:
    """The filter for running instances that have something open."""
    return f"ExecutionStatus = 'Running' AND {OPEN_ATTRIBUTE} IN ('{mark}', '{MANY_MARK}')"


async def list_open(
    temporal: Temporal,
    mark: str,
    asked: PageRequest,
    pick: Callable[[ProcessState, str], Sequence[T]],
) -> tuple[list[T], str]:
    """What a page of instances has open, instance by instance, and the next page's token."""
    page = await list_page(temporal, has_open(mark), asked)
    handles = [temporal.client.get_workflow_handle(known.id) for known in page.executions]
    states = await asyncio.gather(*map(state_of, handles))
    found = [
        item
        for handle, state in zip(handles, states, strict=True)
        for item in pick(state, name_of(handle.id))
    ]
    return found, page.next_page_token
