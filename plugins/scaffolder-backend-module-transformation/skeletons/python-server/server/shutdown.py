"""How the process ends."""

import asyncio
import signal
from collections.abc import Awaitable, Callable

from structlog.typing import FilteringBoundLogger

# longer than this it hangs, and ends all the same
_MOST_SECONDS = 25


async def serve_until_asked_to_end(
    logger: FilteringBoundLogger, asked: Awaitable[str], stop: Callable[[], Awaitable[None]]
) -> int:
    """Waits for the signal, then runs `stop`; tells the status to exit with."""
    logger.info("stopping", signal=await asked)
    try:
        async with asyncio.timeout(_MOST_SECONDS):
            await stop()
    except Exception as error:
        logger.error("could not stop in order", err=error)
        return 1
    logger.info("stopped")
    return 0


def asked_to_end() -> asyncio.Future[str]:
    """Has the name of the signal, when it comes.

    From here on the process ends in order, so this comes before it says that it is ready.
    """
    loop = asyncio.get_running_loop()
    asked: asyncio.Future[str] = loop.create_future()

    def end(name: str) -> None:
        if not asked.done():
            asked.set_result(name)

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, end, number.name)
    return asked
