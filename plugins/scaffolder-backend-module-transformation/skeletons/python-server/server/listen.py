"""HTTP servers of this process."""

import asyncio
import logging
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import cast

from hypercorn.asyncio import serve
from hypercorn.config import Config
from hypercorn.typing import ASGIFramework
from starlette.types import ASGIApp

from .drain import drained

_GRACE_SECONDS = 15


@dataclass(frozen=True)
class Server:
    """A server that listens."""

    port: int
    stop: Callable[[], Awaitable[None]]
    """Finishes what is being served and takes nothing new."""


async def start_server(app: ASGIApp, port: int) -> Server:
    """Serves an application by HTTP/1.1 and HTTP/2 without TLS; port 0 means any that is free."""
    listener = _listen(port)
    port = listener.getsockname()[1]
    config = Config()
    config.bind = [f"fd://{listener.detach()}"]
    config.errorlog = logging.getLogger("hypercorn.error")
    config.graceful_timeout = _GRACE_SECONDS
    # both are of ASGI, in types of their own
    framework = cast(ASGIFramework, drained(app))
    stopping = asyncio.Event()
    task = asyncio.create_task(serve(framework, config, shutdown_trigger=stopping.wait))

    async def stop() -> None:
        stopping.set()
        await task

    return Server(port, stop)


def _listen(port: int) -> socket.socket:
    """Listens before the server has started, so that nobody who comes early is refused."""
    if socket.has_dualstack_ipv6():
        return socket.create_server(("", port), family=socket.AF_INET6, dualstack_ipv6=True)
    return socket.create_server(("", port))
