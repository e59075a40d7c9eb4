"""Tasks of asyncio that are parts of one token's way."""

import asyncio
from typing import Any


async def give_up(*tasks: asyncio.Task[Any]) -> None:
    """Ends them, and answers when they have ended: what they had open is off the lists then.

    Not to be awaited in a `finally`: a workflow that leaves the worker's cache is thrown away,
    and must not wait for anything.
    """
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
