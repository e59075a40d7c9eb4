"""Health of the worker, for the cluster."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from temporalio.worker import Worker


def health_app(worker: Worker) -> Starlette:
    """`/healthz` while the process lives; `/readyz` while the worker takes tasks."""

    async def healthy(_request: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def ready(_request: Request) -> Response:
        if worker.is_running and not worker.is_shutdown:
            return PlainTextResponse("ok\n")
        return PlainTextResponse("not ready\n", 503)

    return Starlette(routes=[Route("/healthz", healthy), Route("/readyz", ready)])
