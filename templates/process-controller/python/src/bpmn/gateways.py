"""Gateways: one way of several, or all at once."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import ExitStack

from bpmn.element import Element
from bpmn.incidents import attempt
from bpmn.instance import Instance
from bpmn.tasks import give_up

Branch = Callable[[], Awaitable[None]]


async def decide(instance: Instance, gateway: Element, condition: Callable[[], bool]) -> bool:
    """Whether the token takes the flow with the condition, else the default flow.

    A condition that fails is an incident: it is looked at again with corrected variables.
    """

    async def look() -> bool:
        return condition()

    key = instance.enter(gateway)
    with instance.token_at(gateway):
        return await attempt(instance, gateway, key, look)


async def in_parallel(instance: Instance, fork: Element, join: Element, *branches: Branch) -> None:
    """Takes all branches at once, and goes on when all have come to the join.

    One that fails ends the others. They are kept in a list, and not in a TaskGroup of asyncio:
    that one has a set, in whose order a replay need not cancel them.
    """
    instance.enter(fork)
    with ExitStack() as waiting:

        async def take(branch: Branch) -> None:
            await branch()
            waiting.enter_context(instance.token_at(join))

        tasks = [asyncio.create_task(take(branch)) for branch in branches]
        try:
            await asyncio.gather(*tasks)
        except (Exception, asyncio.CancelledError):
            await give_up(*tasks)
            raise
    instance.enter(join)
