"""Health and metrics, on a port that no gateway leads to."""

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route


class Admin:
    """What the cluster asks for."""

    def __init__(
        self, metrics: Callable[[], bytes], assert_ready: Callable[[], Awaitable[None]]
    ) -> None:
        """`assert_ready` raises where a request could not be served now."""
        self._metrics = metrics
        self._assert_ready = assert_ready
        self._is_draining = False
        self.app = Starlette(
            routes=[
                Route("/livez", self._live),
                Route("/readyz", self._ready),
                Route("/metrics", self._measured),
            ]
        )

    def drain(self) -> None:
        """From now on it is not ready."""
        self._is_draining = True

    async def _live(self, _request: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def _ready(self, _request: Request) -> Response:
        if self._is_draining:
            return PlainTextResponse("draining\n", 503)
        try:
            await self._assert_ready()
        except Exception:
            return PlainTextResponse("not ready\n", 503)
        return PlainTextResponse("ok\n")

    async def _measured(self, _request: Request) -> Response:
        return Response(self._metrics(), media_type="text/plain; version=0.0.4")
