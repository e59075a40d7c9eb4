"""A worker that runs, and how it ends."""

import asyncio
from typing import Any

from temporalio.worker import Worker

_PAUSE_SECONDS = 0.01


async def start(worker: Worker) -> asyncio.Task[None]:
    """Runs it; answers when it takes tasks, and raises where it cannot."""
    working = asyncio.create_task(worker.run())
    # nothing else tells when it has begun
    while not worker.is_running:
        if working.done():
            working.result()
        await asyncio.sleep(_PAUSE_SECONDS)
    return working


async def asked_or_failed(asked: asyncio.Future[str], working: asyncio.Task[None]) -> str:
    """The name of the signal; raises what the worker fails with, so that the cluster starts it anew."""
    waiting: list[asyncio.Future[Any]] = [asked, working]
    await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    if working.done():
        working.result()
    return await asked
