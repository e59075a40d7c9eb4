"""Health of the worker, for the cluster."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from temporalio.worker import Worker


class Health:
    """`/healthz` while the process lives; `/readyz` while the worker takes tasks."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._is_draining = False
        self.app = Starlette(
            routes=[Route("/healthz", self._healthy), Route("/readyz", self._ready)]
        )

    def drain(self) -> None:
        """From now on it takes no tasks."""
        self._is_draining = True

    async def _healthy(self, _request: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def _ready(self, _request: Request) -> Response:
        if self._is_draining or not self._worker.is_running:
            return PlainTextResponse("not ready\n", 503)
        return PlainTextResponse("ok\n")
