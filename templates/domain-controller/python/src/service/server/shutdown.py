"""How the process is asked to end."""

import asyncio
import signal


async def until_asked_to_end() -> str:
    """Waits for a signal to end, and tells which it was."""
    asked = asyncio.get_running_loop().create_future()

    def end(name: str) -> None:
        if not asked.done():
            asked.set_result(name)

    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, end, number.name)
    name: str = await asked
    return name
