"""A controller that speaks Connect, on a real port."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from agent.server.listen import start_server


@dataclass
class FakeController:
    """What it was asked, and what it answers."""

    url: str = ""
    answer: Any = field(default_factory=dict)
    status: int = 200
    path: str = ""
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    http_version: str = ""

    async def serve(self, request: Request) -> Response:
        """Answers any method."""
        self.path = request.url.path
        self.body = await request.json()
        self.headers = dict(request.headers)
        self.http_version = request.scope["http_version"]
        if isinstance(self.answer, str):
            return Response(self.answer, self.status)
        return JSONResponse(self.answer, self.status)


@asynccontextmanager
async def running_controller() -> AsyncIterator[FakeController]:
    """Starts it, and stops it."""
    controller = FakeController()
    app = Starlette(routes=[Route("/{path:path}", controller.serve, methods=["POST"])])
    server = await start_server(app, 0)
    controller.url = f"http://127.0.0.1:{server.port}"
    try:
        yield controller
    finally:
        await server.stop()
