"""What is asked until it is so."""

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import TypeVar
from uuid import uuid4

from gen.ameide.process.v1.request_context_pb import RequestContext

T = TypeVar("T")

_MOST_SECONDS = 20


async def until(what: str, ask: Callable[[], Awaitable[T | None]]) -> T:
    """Asks until there is an answer: what Temporal lists follows what has happened a moment later."""
    end = monotonic() + _MOST_SECONDS
    while True:
        answer = await ask()
        if answer is not None:
            return answer
        assert monotonic() < end, f"{what} did not come"
        await asyncio.sleep(0.05)


def new_context() -> RequestContext:
    """The context of a request, made once for it."""
    return RequestContext(request_id=str(uuid4()))
