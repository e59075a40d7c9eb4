"""The HTTP API: runs of the agent, and the agent as an MCP server."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from opentelemetry import context, propagate
from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from agent.errors import ApiError
from agent.runs.messages import RunRequest
from agent.runs.runner import Run
from agent.server.answer import problem
from agent.server.authenticate import authenticated
from agent.server.mcp import create_mcp
from agent.server.verifier import Verify
from agent.tools.toolbox import Toolbox

# more than this nobody has to say
_MOST_BYTES = 1_000_000


def create_app(run: Run, toolbox: Toolbox, verify: Verify) -> Starlette:
    """Makes the application; what it needs besides runs as long as its lifespan."""
    mcp = create_mcp(run, toolbox)

    async def post_run(request: Request) -> Response:
        try:
            answer = await run(RunRequest.model_validate_json(await _body(request)))
        except ValidationError as error:
            return problem(ApiError(400, "invalid_argument", _describe(error)))
        except ApiError as error:
            return problem(error)
        return JSONResponse(answer.model_dump(exclude_none=True))

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with mcp.run():
            yield

    return Starlette(
        routes=[
            Route("/v1/runs", post_run, methods=["POST"]),
            Mount("/mcp", mcp.handle_request),
        ],
        middleware=[Middleware(traced), Middleware(authenticated, verify)],
        lifespan=lifespan,
    )


def traced(app: ASGIApp) -> ASGIApp:
    """Takes up the trace of the caller, where it sends one."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        token = context.attach(propagate.extract(dict(Request(scope).headers)))
        try:
            await app(scope, receive, send)
        finally:
            context.detach(token)

    return serve


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MOST_BYTES:
            raise ApiError(413, "resource_exhausted", "the request is too long")
    return bytes(body)


def _describe(error: ValidationError) -> str:
    return "; ".join(
        f"{'.'.join(map(str, found['loc'])) or 'request'}: {found['msg']}"
        for found in error.errors()
    )
