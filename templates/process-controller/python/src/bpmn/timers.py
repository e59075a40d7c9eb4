"""Timers, on the way of a token and on the border of activities."""

import asyncio
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any

from temporalio import workflow

from bpmn.activity import perform
from bpmn.element import Element
from bpmn.instance import Instance
from bpmn.state import Variables
from bpmn.tasks import give_up


async def catch_timer(instance: Instance, element: Element, after: timedelta) -> None:
    """Waits for time alone."""

    async def work(_key: str) -> Variables:
        await workflow.sleep(after, summary=element.name or element.id)
        return {}

    await perform(instance, element, work)


async def before(
    instance: Instance, timer: Element, after: timedelta, work: Coroutine[Any, Any, None]
) -> bool:
    """Does the work of an activity that has an interrupting timer on its border.

    True where it was done before the timer was due. Else it is given up, and the token leaves by
    the timer. What is done in the very moment in which the timer is due counts as done.
    """
    due = asyncio.create_task(workflow.sleep(after, summary=timer.name or timer.id))
    working = asyncio.create_task(work)
    try:
        # looked at when all has come to rest, so that it counts what is done by then
        await workflow.wait_condition(lambda: working.done() or due.done())
    except asyncio.CancelledError:
        await give_up(working, due)
        raise
    is_done = working.done()
    await give_up(working, due)
    if is_done:
        # raises where it failed
        working.result()
        return True
    instance.enter(timer)
    return False
